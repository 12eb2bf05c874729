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
import { refuseLink } from '../config/own-file.ts'
import { isJsonObject, stringAt } from '../evidence/json.ts'
import { parseJson } from '../evidence/message.ts'
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
    throw new JournalError(
      `the journal ${path} is damaged: look up the person's language, put it right by hand if need be, and remove the file`,
    )
  }
  const { written, isUnsettled } = parsed
  return {
    environment: stringAt(parsed, 'environment') ?? '',
    runId: stringAt(parsed, 'runId') ?? '',
    person: stringAt(parsed, 'person') ?? '',
    owner: stringAt(parsed, 'owner'),
    found,
    written: Array.isArray(written) ? written.filter((item) => typeof item === 'string') : [],
    // What cannot be read says nothing of whose doing a change is: then it is put back.
    isUnsettled: isUnsettled !== false || !Array.isArray(written),
  }
}

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
