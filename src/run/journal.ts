import { createHmac, hkdfSync } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isLoopback } from '../config/address.ts'
import {
  type ClientAuthentication,
  type Environment,
  type PersonaName,
  personaNames,
} from '../config/environment.ts'
import { refuseLink } from '../config/own-file.ts'
import { parseJson } from '../evidence/exchange.ts'
import { isJsonObject, stringAt, valueAt } from '../evidence/json.ts'
import { isOfEnvironment, type PersonOf, personFile } from './person-file.ts'

/** What must be known to put a language back after anything, `kill -9` included. No person in it. */
export interface JournalEntry {
  readonly environment: string
  readonly runId: string
  /** A keyed pseudonym: tells whether it is the same person, where the key is kept. */
  readonly person: string
  /** Which test user it is (`ownerOf`); undefined with an operator, and in a journal of an earlier harness. */
  readonly owner?: string | undefined
  /** The language found before the first write. */
  readonly found: string
  /** Each language that may stand there by this run's own doing: written and not yet replaced for certain. */
  readonly written: readonly string[]
  /** A write is under way, or was never looked at, that may have left any language. */
  readonly isUnsettled: boolean
  /** Other test users whom a server that keeps people apart badly may have changed, and who were not looked at since. */
  readonly beside?: readonly PersonBeside[] | undefined
}

/** A test user beside the main one, with the language found before the first write. */
export interface PersonBeside {
  readonly persona: PersonaName
  /** As of the main one: the keyed pseudonym, and whose number it was. */
  readonly person?: string | undefined
  readonly owner?: string | undefined
  readonly found: string
  /** As of the main one: each language that may stand there by the run's doing; undefined in a journal of an earlier harness. */
  readonly written?: readonly string[] | undefined
}

/** The journal of one person of an environment: at most one entry, on disk before anything is written. */
export interface Journal {
  readonly path: string
  /** A line for each journal of somebody else of the environment, who was the test user before. */
  others(): readonly string[]
  /** @throws JournalError where there is one that cannot be read: a language may be changed all the same */
  read(): JournalEntry | undefined
  /** @throws JournalError where it cannot be written */
  write(entry: JournalEntry): void
  remove(): void
}

/**
 * The journal file of a person below the state directory (mode 0700, file 0600).
 * @throws ConfigurationError where it is a symbolic link
 */
export const openJournal = (stateDir: string, person: PersonOf): Journal => {
  const path = join(stateDir, 'journal', personFile(person))
  refuseLink(path)
  return {
    path,
    others: () =>
      filesIn(dirname(path))
        .filter((file) => isOfEnvironment(file, person.name) && file !== basename(path))
        .map(
          (file) =>
            `${join(dirname(path), file)} is of another test user, whose language is still changed: npm run krr -- restore with the KRR_<NAME>_PID of that one`,
        ),
    read() {
      const text = textIn(path)
      return text === undefined ? undefined : parseEntry(path, text)
    },
    write(entry) {
      refuseLink(path)
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        const next = `${path}.next`
        writeDurably(next, `${JSON.stringify(entry, null, 2)}\n`)
        renameSync(next, path)
        syncDirectory(dirname(path))
      } catch (cause) {
        throw new JournalError(
          `the journal ${path} cannot be written (${codeOf(cause)}): KRR_STATE_DIR must be a folder that can be written, on a disk with room`,
          { cause },
        )
      }
    },
    remove: () => rmSync(path, { force: true }),
  }
}

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A journal that cannot be read or written: nothing is written to the person then. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
  readonly code = 'JOURNAL'
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Undefined where there is no such file. */
const textIn = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause))) return undefined
    throw new JournalError(`the journal ${path} cannot be read (${codeOf(cause)})`, { cause })
  }
}

const parseEntry = (path: string, text: string): JournalEntry => {
  const parsed = parseJson(text)
  const found = stringAt(parsed, 'found')
  if (!isJsonObject(parsed) || found === undefined) {
    throw damaged(path)
  }
  const { written, isUnsettled, beside = [] } = parsed
  if (!Array.isArray(beside) || !beside.every(isBeside)) throw damaged(path)
  return {
    environment: stringAt(parsed, 'environment') ?? '',
    runId: stringAt(parsed, 'runId') ?? '',
    person: stringAt(parsed, 'person') ?? '',
    owner: stringAt(parsed, 'owner'),
    found,
    written: Array.isArray(written) ? written.filter((item) => typeof item === 'string') : [],
    // What cannot be read says nothing of whose doing a change is: then it is put back.
    isUnsettled: isUnsettled !== false || !Array.isArray(written),
    ...(beside.length === 0 ? {} : { beside }),
  }
}

const isBeside = (value: unknown): value is PersonBeside =>
  personaNames.some((name) => name === stringAt(value, 'persona')) &&
  stringAt(value, 'found') !== undefined &&
  isWritten(valueAt(value, 'written'))

const isWritten = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))

const damaged = (path: string): JournalError =>
  new JournalError(
    `the journal ${path} is damaged: look up the person's language, put it right by hand if need be, and remove the file`,
  )

const writeDurably = (path: string, text: string): void => {
  // Whatever lies there, a link included, is not written through.
  rmSync(path, { force: true })
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A rename is durable only once its directory is. */
const syncDirectory = (path: string): void => {
  const directory = openSync(path, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}

/**
 * Whose a test user's journal is, in a form that stays the same between runs and that nobody can guess at who has the
 * state folder alone: keyed by what the client proves itself with. An operator has none.
 */
export const ownerOf = (environment: Owner): string | undefined => {
  const { name, pid } = environment
  return pid === undefined
    ? undefined
    : createHmac('sha256', keyOf(environment)).update(`${name}\n${pid}`).digest('hex').slice(0, 32)
}

type Owner = Pick<Environment, 'name' | 'pid' | 'apiUrl' | 'clientAuthentication'>

/** A sandbox has another client each time it is started, and prints its people: there is nothing to guess at. */
const keyOf = ({ name, apiUrl, clientAuthentication }: Owner): Uint8Array => {
  const secret = name === 'sandbox' && isLoopback(apiUrl) ? name : secretOf(clientAuthentication)
  return new Uint8Array(hkdfSync('sha256', secret, '', 'krr-conformance journal owner', 32))
}

const secretOf = (authentication: ClientAuthentication): string =>
  authentication.method === 'client_secret'
    ? authentication.secret
    : JSON.stringify(authentication.jwk)

export interface JournalOwner {
  /** The environment's name in keys. */
  readonly keyName: string
  /** The command that puts a language back. */
  readonly restore: string
  /** Which test user is logged in now; undefined with an operator. */
  readonly owner: string | undefined
  /** The pseudonym of who is logged in now. */
  readonly person: string
  /** Whether pseudonyms of different runs can be compared: one key, kept, for all of them. */
  readonly isComparable: boolean
  /** Whether anybody may log in, so that it need not be the same person. */
  readonly isOperator: boolean
  /** Whether somebody asked for it, knowing who has to log in: `krr restore`. */
  readonly isAsked: boolean
  /** Whether somebody says that it is the same person, where only a key has changed: `krr restore --same-person`. */
  readonly isVouchedFor: boolean
}

/**
 * Why the language of a journal is not put back with this person's login, or undefined where it is. An operator may be
 * anybody, and two test users may share a journal's name: what was found with one person is not written to another.
 */
export const notTheirs = (
  entry: Pick<JournalEntry, 'person' | 'runId' | 'owner'>,
  owner: JournalOwner,
): string | undefined => {
  const isSame = owner.isComparable && entry.person === owner.person
  if (isSame || owner.isVouchedFor) return undefined
  return owner.isOperator ? anotherOperator(entry, owner) : anotherTestUser(entry, owner)
}

const anotherOperator = (
  { runId }: Pick<JournalEntry, 'runId'>,
  { restore, isComparable, isAsked }: JournalOwner,
): string | undefined => {
  if (isComparable) {
    return (
      `it is another person's than the one who is logged in now: whoever was logged in in run ${runId} has to be, with ` +
      `${restore}. If it is the same one and KRR_STATE_KEY was changed since: ${restore} --same-person`
    )
  }
  if (isAsked) return undefined
  return (
    `it cannot be told whether the same person is logged in as in run ${runId}: if so, log in once more with ` +
    restore
  )
}

/** A journal of an earlier harness does not say whose it is; then it is the one's who is configured. */
const anotherTestUser = (
  { owner: entryOwner, runId }: Pick<JournalEntry, 'runId' | 'owner'>,
  { keyName, owner, restore }: JournalOwner,
): string | undefined =>
  entryOwner === undefined || entryOwner === owner
    ? undefined
    : `it is another test user's, whose number shares the journal's name: ${restore} with KRR_${keyName}_PID as in run ` +
      `${runId}. If it is the same one and the client's secret or key was changed since: ${restore} --same-person`

/** Why the language of a test user beside the main one is not put back: the number is not that of then. */
export const anotherBeside = ({
  key,
  runId,
  restore,
}: {
  readonly key: string
  readonly runId: string
  readonly restore: string
}): string =>
  `it is another test user's: ${restore} with ${key} as in run ${runId}. If it is the same one and the client's secret ` +
  `or key was changed since: ${restore} --same-person`
