import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { refuseLink } from '../config/own-file.ts'
import { isJsonObject, stringAt } from '../evidence/json.ts'
import { type PersonOf, personFile } from './person-file.ts'

/** Who may write to a person at the moment. Nothing of the person is in it. */
export interface LockHolder {
  readonly runId: string
  readonly pid: number
  readonly host: string
  /** ISO 8601. */
  readonly since: string
}

/** The lock of one person of an environment: a file that only its holder keeps. */
export interface LockFile {
  readonly path: string
  /** Takes it, unless somebody has it. */
  take(own: LockHolder): boolean
  /** What is written there now; undefined where nobody has it. */
  read(): LockReading | undefined
  /** A sign of life: whoever watches sees the file's time move. */
  beat(own: LockHolder): void
  /** Takes it from a holder that is gone, unless somebody else was faster. */
  takeOver(gone: LockReading, own: LockHolder): boolean
  release(own: LockHolder): void
}

/** A lock as it was found. */
export interface LockReading {
  readonly text: string
  /** Undefined where the file holds nothing that can be read: its writer may be at it. */
  readonly holder: LockHolder | undefined
  /** Moves while the holder lives. */
  readonly beat: number
}

/**
 * The lock file of a person below the state directory (mode 0700, file 0600).
 * @throws ConfigurationError where it is a symbolic link
 */
export const openLock = (stateDir: string, person: PersonOf): LockFile => {
  const path = join(stateDir, 'lock', personFile(person))
  const taking = `${path}.taking`
  for (const own of [path, taking]) refuseLink(own)

  const read = (): LockReading | undefined => {
    const beat = modifiedMs(path)
    if (beat === undefined) return undefined
    const text = textIn(path)
    return { text, holder: parseHolder(text), beat }
  }
  const isOwn = (own: LockHolder): boolean => read()?.text === textOf(own)
  const take = (own: LockHolder): boolean => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return createFile(path, textOf(own))
  }

  return {
    path,
    take,
    read,
    beat(own) {
      try {
        if (isOwn(own)) utimesSync(path, new Date(), new Date())
      } catch {}
    },
    takeOver(gone, own) {
      // Else two that saw the same dead holder could each remove the other's new lock.
      if (!createFile(taking, textOf(own))) {
        forgetWhenOld(taking)
        return false
      }
      try {
        if (read()?.text !== gone.text) return false
        rmSync(path, { force: true })
        return take(own)
      } finally {
        rmSync(taking, { force: true })
      }
    },
    release(own) {
      if (isOwn(own)) rmSync(path, { force: true })
    },
  }
}

/** Whether the holder is a process of this machine that has ended. */
export const hasEnded = ({ pid, host }: LockHolder): boolean => {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** This process as the holder. */
export const ownHolder = (runId: string): LockHolder => ({
  runId,
  pid: process.pid,
  host: hostname(),
  since: new Date().toISOString(),
})

/** Who it is, in words: by what a person finds the process, or the other machine. */
export const holderWords = (holder: LockHolder | undefined): string =>
  holder === undefined
    ? 'another run'
    : `run ${holder.runId} (process ${holder.pid} on ${holder.host}, since ${holder.since.slice(11, 19)} UTC)`

/** The time it takes to take over a lock, many times over. */
const oldMs = 10_000

const forgetWhenOld = (path: string): void => {
  if (Date.now() - (modifiedMs(path) ?? Date.now()) > oldMs) rmSync(path, { force: true })
}

const modifiedMs = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs

/** Another user's lock cannot be read, and is one all the same. */
const textIn = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const textOf = (holder: LockHolder): string => `${JSON.stringify(holder, null, 2)}\n`

/** Creates a file that must not be there (O_EXCL); `false` where it is. */
const createFile = (path: string, text: string): boolean => {
  try {
    const file = openSync(path, 'wx', 0o600)
    try {
      writeSync(file, text)
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

const parseHolder = (text: string): LockHolder | undefined => {
  try {
    const parsed: unknown = JSON.parse(text)
    const [runId, host, since] = ['runId', 'host', 'since'].map((name) => stringAt(parsed, name))
    const pid = isJsonObject(parsed) ? parsed['pid'] : undefined
    if (runId === undefined || host === undefined || since === undefined) return undefined
    return typeof pid === 'number' ? { runId, pid, host, since } : undefined
  } catch {
    return undefined
  }
}
