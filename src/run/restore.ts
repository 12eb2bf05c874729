import type { Environment, RunSettings } from '../config/environment.ts'
import { contentJson, type Exchange, mediaType } from '../evidence/exchange.ts'
import { isJsonObject, type JsonObject, stringAt, valueAt } from '../evidence/json.ts'
import { type KrrScope, krrScopes } from '../evidence/person-reading.ts'
import { bearer, type PersonApi } from '../krr/person-api.ts'
import type { Session } from '../login/session.ts'
import type { RegisterReport } from '../report/model.ts'
import { isSomebodyElse } from '../rules/body/personidentifikator.ts'
import { type Journal, type JournalEntry, JournalError } from './journal.ts'
import { changedByAnother } from './journalled-writes.ts'
import { hasEnded, openLock } from './lock.ts'

interface RestoreContext {
  readonly journal: Journal
  readonly session: Pick<Session, 'tokens' | 'tokensAnew' | 'mainPid'>
  readonly api: PersonApi
  /** The command that puts the language back later, where it could not be put back now. */
  readonly command: string
  /** What the client is registered for; all three unless said otherwise. */
  readonly scopes?: readonly KrrScope[]
  /** Why the entry is not this person's to put back, asked once they are logged in; undefined: it is. */
  readonly notTheirs?: ((entry: JournalEntry) => string | undefined) | undefined
}

/**
 * Puts the language back that the journal says was found, reads it back, and only then removes the journal.
 * A value that is neither what was found nor anything that was written is somebody else's: it is left.
 * It never throws: what went wrong is in `trouble`, with what to do.
 */
export const restoreLanguage = async ({
  journal,
  session,
  api,
  command,
  scopes = krrScopes,
  notTheirs,
}: RestoreContext): Promise<RegisterReport> => {
  let entry: JournalEntry | undefined
  try {
    entry = journal.read()
    if (entry === undefined) return {}
    const { found, written, isUnsettled } = entry
    let { accessToken } = await session.tokens('MAIN', scopes)
    const stranger = notTheirs?.(entry)
    if (stranger !== undefined)
      return { found, restored: false, trouble: `${notPutBack}: ${stranger}` }
    let isAnew = false
    /**
     * A token that was revoked meanwhile, or expired, is replaced by a login of its own. A target may say so by
     * another status than 401: of any refusal nobody knows that the token is not its reason.
     */
    const send = async (ask: (authorization: string) => Promise<Exchange>): Promise<Exchange> => {
      const exchange = await ask(bearer(accessToken))
      const { status } = exchange.response
      if (status < 400 || (isAnew && status !== 401)) return exchange
      isAnew = true
      const anew = await session.tokensAnew('MAIN', scopes).catch((error: unknown) => {
        if (status === 401) throw error
      })
      if (anew === undefined) return exchange
      accessToken = anew.accessToken
      return ask(bearer(accessToken))
    }
    const read = async (note: string): Promise<string | undefined> => {
      const exchange = await send((authorization) =>
        api.getPerson({
          label: `GET person, to restore the language (${note})`,
          authorization,
          accept: 'application/json',
        }),
      )
      return languageIn(personIn(exchange, session.mainPid))
    }
    // Where none was found the empty text stands for that, and removes one.
    const isAsFound = (language: string | undefined) => (language ?? '') === found
    const current = await read('before')
    const isAnothers = current !== undefined && !isUnsettled && !written.includes(current)
    if (!isAsFound(current) && isAnothers) {
      journal.remove()
      return { found, left: current, trouble: changedByAnother }
    }
    let answered = ''
    if (!isAsFound(current)) {
      const { response } = await send((authorization) =>
        api.patchPerson({
          label: 'PATCH person, the language found is put back',
          authorization,
          contentType: 'application/json',
          content: new TextEncoder().encode(JSON.stringify({ spraak: found })),
        }),
      )
      answered = `the change was answered with status ${response.status}, and `
    }
    const left = isAsFound(current) ? current : await read('after')
    if (!isAsFound(left)) {
      const shown = `${answered}the person still does not show the language that was found`
      return {
        found,
        ...(left === undefined ? {} : { left }),
        restored: false,
        trouble: `${notPutBack}: ${shown}; ${keptJournal(command)}`,
      }
    }
    journal.remove()
    return { found, left: found, restored: true }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    return {
      ...(entry === undefined ? {} : { found: entry.found }),
      restored: false,
      trouble: `${notPutBack}: ${reason}; ${keptJournal(command)}`,
    }
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

/** Undefined where the person has none: the empty text stands for absence in some environments. */
const languageIn = (person: JsonObject): string | undefined => {
  const language = valueAt(person, 'spraak') ?? ''
  if (typeof language !== 'string')
    throw new RestoreError('the person was asked for, and came with a spraak that is no text')
  return language === '' ? undefined : language
}

/** The register did not answer as it must for the language to be put back. */
class RestoreError extends Error {
  override readonly name = 'RestoreError'
  readonly code = 'RESTORE'
}

interface LeftBehindContext extends RestoreContext {
  readonly environment: Environment
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
