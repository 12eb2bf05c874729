import type { Environment, RunSettings } from '../config/environment.ts'
import { contentJson, type Exchange, mediaType } from '../evidence/exchange.ts'
import { isJsonObject, type JsonObject, stringAt, valueAt } from '../evidence/json.ts'
import type { Persona } from '../evidence/person-reading.ts'
import { bearer, type PersonApi } from '../krr/person-api.ts'
import type { Session } from '../login/session.ts'
import type { RegisterReport } from '../report/model.ts'
import { isSomebodyElse } from '../rules/body/personidentifikator.ts'
import { type Journal, type JournalEntry, JournalError, type PersonBeside } from './journal.ts'
import { changedByAnother } from './journalled-writes.ts'
import { hasEnded, openLock } from './lock.ts'

interface RestoreContext {
  readonly environment: Environment
  readonly journal: Journal
  readonly session: Pick<Session, 'tokens' | 'tokensAnew' | 'mainPid'>
  readonly api: PersonApi
  /** The command that puts the language back later, where it could not be put back now. */
  readonly command: string
  /** Why a language is not this person's to put back, asked once they are logged in; undefined: it is. */
  readonly notTheirs?:
    | ((entry: JournalEntry, beside?: PersonBeside) => string | undefined)
    | undefined
}

/**
 * Puts each language back that the journal says was found, reads it back, and only then removes the journal.
 * A value that is neither what was found nor anything that was written is somebody else's: it is left. Of another test user
 * than the main one that counts as not put back, for nobody was to change them.
 * It never throws: what went wrong is in `trouble`, with what to do.
 */
export const restoreLanguage = async (context: RestoreContext): Promise<RegisterReport> => {
  const { journal, command } = context
  let found: Pick<RegisterReport, 'found'> = {}
  let isOpen = false
  const failed = (error: unknown): RegisterReport => {
    isOpen = true
    const isStranger = error instanceof StrangerError
    const reason = error instanceof Error ? error.message : 'unknown'
    const trouble = `${notPutBack}: ${reason}${isStranger ? '' : `; ${keptJournal(command)}`}`
    const left = error instanceof LeftError ? { left: error.left } : {}
    return { ...found, ...left, restored: false, trouble }
  }
  try {
    const entry = journal.read()
    if (entry === undefined) return {}
    found = { found: entry.found }
    const main = await restoreMain(context, entry).catch(failed)
    const others: RegisterReport[] = []
    for (const beside of entry.beside ?? [])
      others.push(await restoreBeside(context, entry, beside).catch(failed))
    const unrestored = [main, ...others].find(({ restored }) => restored === false)
    if (!isOpen) journal.remove()
    return unrestored ?? main
  } catch (error) {
    return failed(error)
  }
}

const restoreMain = async (
  context: RestoreContext,
  entry: JournalEntry,
): Promise<RegisterReport> => {
  const { found, written, isUnsettled } = entry
  const access = await accessOf(context, 'MAIN', () => context.notTheirs?.(entry))
  const current = await access.read('before')
  const isAnothers = current !== '' && !isUnsettled && !written.includes(current)
  if (current !== found && isAnothers) return { found, left: current, trouble: changedByAnother }
  await access.putBack(current, found)
  return { found, left: found, restored: true }
}

/** Nothing was written to them on purpose: what is not theirs is a language that was written to the main one. */
const restoreBeside = async (
  context: RestoreContext,
  entry: JournalEntry,
  beside: PersonBeside,
): Promise<RegisterReport> => {
  const { persona, found, written } = beside
  const access = await accessOf(context, persona, () => context.notTheirs?.(entry, beside))
  const current = await access.read('before')
  if (current === found) return {}
  const isOurs = ['', ...(written ?? [current])].some((own) => isSameCode(own, current))
  if (!isOurs) {
    const trouble = `the language of ${persona} is not the one that was found, and run ${entry.runId} wrote it to nobody: ${changedByAnother}`
    return { found: entry.found, restored: false, trouble }
  }
  await access.putBack(current, found)
  return {}
}

/** A server may keep a code in small letters. */
const isSameCode = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()

/** Reads and writes one person's language. Where there is none the empty text stands for that, and removes one. */
const accessOf = async (
  { environment, session, api }: RestoreContext,
  persona: Persona,
  stranger: () => string | undefined,
) => {
  const { scopes } = environment
  const whose = persona === 'MAIN' ? '' : `, ${persona}`
  if (persona !== 'MAIN' && environment.personas[persona] === undefined)
    throw new StrangerError(stranger() ?? `KRR_${environment.keyName}_PID_${persona} is not set`)
  let { accessToken } = await session.tokens(persona, scopes)
  const reason = stranger()
  if (reason !== undefined) throw new StrangerError(reason)
  let isAnew = false
  /**
   * A token that was revoked meanwhile, or expired, is replaced by a login of its own. A target may refuse it by another
   * status than 401, so that any refusal is tried once with a new one.
   */
  const send = async (ask: (authorization: string) => Promise<Exchange>): Promise<Exchange> => {
    const exchange = await ask(bearer(accessToken))
    const { status } = exchange.response
    if (status < 400 || (isAnew && status !== 401)) return exchange
    isAnew = true
    const anew = await session.tokensAnew(persona, scopes).catch((error: unknown) => {
      if (status === 401) throw error
    })
    if (anew === undefined) return exchange
    accessToken = anew.accessToken
    return ask(bearer(accessToken))
  }
  const read = async (note: string): Promise<string> => {
    const exchange = await send((authorization) =>
      api.getPerson({
        label: `GET person${whose}, to restore the language (${note})`,
        authorization,
        accept: 'application/json',
      }),
    )
    const pid = persona === 'MAIN' ? session.mainPid : environment.personas[persona]
    return languageIn(personIn(exchange, pid))
  }
  return {
    read,
    /** @throws RestoreError where the language found is not there afterwards */
    async putBack(current: string, found: string): Promise<void> {
      if (current === found) return
      const { response } = await send((authorization) =>
        api.patchPerson({
          label: `PATCH person${whose}, the language found is put back`,
          authorization,
          contentType: 'application/json',
          content: new TextEncoder().encode(JSON.stringify({ spraak: found })),
        }),
      )
      const left = await read('after')
      if (left === found) return
      const whom = persona === 'MAIN' ? 'the person' : persona
      const shown = `${whom} still does not show the language that was found`
      const said = `the change was answered with status ${response.status}, and ${shown}`
      throw persona === 'MAIN' ? new LeftError(said, left) : new RestoreError(said)
    },
  }
}

const notPutBack = 'the language could not be put back'

const keptJournal = (command: string): string =>
  `the journal is kept: once the environment answers with the person again, the next run or ${command} puts it back`

/**
 * The person of a reading, as far as it is one: an answer of another kind says nothing of what stands in the register.
 * @throws RestoreError
 */
const personIn = ({ response }: Exchange, pid: string | undefined): JsonObject => {
  const { status } = response
  if (status !== 200) throw new RestoreError(`the person was asked for, and status ${status} came`)
  const document = contentJson(response)
  const isPerson =
    isJsonObject(document) &&
    ['personidentifikator', 'spraak'].some((name) => stringAt(document, name) !== undefined)
  if (!isPerson) {
    const type = mediaType(response)?.essence ?? 'no media type'
    throw new RestoreError(`the person was asked for, and a 200 without a person came (${type})`)
  }
  if (isSomebodyElse({ person: document, expected: { pid } }))
    throw new RestoreError('the person was asked for, and another person came (KRR-BODY-002)')
  return document
}

/** Empty where the person has none, as some environments show it. */
const languageIn = (person: JsonObject): string => {
  const language = valueAt(person, 'spraak') ?? ''
  if (typeof language !== 'string')
    throw new RestoreError('the person was asked for, and came with a spraak that is no text')
  return language
}

/** The register did not answer as it must for the language to be put back. */
class RestoreError extends Error {
  override readonly name = 'RestoreError'
  readonly code = 'RESTORE'
}

/** The language was read that is left in the place of the one found. */
class LeftError extends Error {
  override readonly name = 'LeftError'
  readonly code = 'LEFT'
  readonly left: string

  constructor(message: string, left: string) {
    super(message)
    this.left = left
  }
}

/** It is somebody else's language than that of the person who is logged in. */
class StrangerError extends Error {
  override readonly name = 'StrangerError'
  readonly code = 'STRANGER'
}

interface LeftBehindContext extends RestoreContext {
  readonly settings: Pick<RunSettings, 'stateDir'>
}

/**
 * Puts a language back that an earlier run left changed, or says why it stays changed; undefined where none did. Who may
 * not write has no turn either: a journal may be that of a run that writes at this moment.
 */
export const leftBehind = (context: LeftBehindContext): Promise<RegisterReport> | undefined => {
  const { journal, environment, settings } = context
  let entry: JournalEntry | undefined
  try {
    entry = journal.read()
  } catch (error) {
    if (!(error instanceof JournalError)) throw error
    return Promise.resolve({ restored: false, trouble: error.message })
  }
  if (entry === undefined) return undefined
  if (environment.allowWrite) return restoreLanguage(context)
  const writing = openLock(settings.stateDir, environment).read()
  if (writing !== undefined && !(writing.holder && hasEnded(writing.holder))) return undefined
  return Promise.resolve({
    found: entry.found,
    restored: false,
    trouble: `the language that an earlier run left changed is not put back: ${environment.writeRefusal}; ${context.command} does it`,
  })
}
