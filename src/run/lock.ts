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
import { setTimeout as wait } from 'node:timers/promises'
import { refuseLink } from '../config/own-file.ts'
import { isJsonObject, stringAt } from '../evidence/json.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
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
interface LockFile {
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
interface LockReading {
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
const holderWords = (holder: LockHolder | undefined): string =>
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

/** The turn of whoever writes to a person: nobody else of this machine writes meanwhile. */
export interface Turn {
  end(): void
}

interface TurnOptions {
  readonly lock: LockFile
  readonly runId: string
  /** Hears, in words, that somebody is waited for, and from whom a lock was taken over. */
  readonly onProgress?: ((line: string) => void) | undefined
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined
  readonly limits?: TurnLimits
}

/** Milliseconds. */
export interface TurnLimits {
  /** How long a turn is waited for. */
  readonly patience: number
  /** Between two looks at a lock that somebody holds. */
  readonly look: number
  /** Between two signs of life. */
  readonly beat: number
  /** A holder that gives no sign for so long while somebody watches is gone: its machine is, or its container. */
  readonly silence: number
}

const usualLimits: TurnLimits = { patience: 120_000, look: 250, beat: 5_000, silence: 20_000 }

/**
 * Waits for the turn to write to a person. A holder that has ended, or gives no sign of life, loses it.
 * @throws EvidenceUnavailableError where somebody has it all the time, or the waiting is ended
 */
export const waitForTurn = async (options: TurnOptions): Promise<Turn> => {
  const { lock, onProgress = () => {}, signal, limits = usualLimits } = options
  const own = ownHolder(options.runId)
  const begun = Date.now()
  const watched = watch()
  let isTold = false
  while (!lock.take(own)) {
    const found = lock.read()
    if (found === undefined) continue
    const { holder } = found
    const isGone = (holder !== undefined && hasEnded(holder)) || watched(found) > limits.silence
    if (isGone && lock.takeOver(found, own)) {
      onProgress(
        `took over the lock of ${holderWords(holder)}, which has ended without giving it back`,
      )
      break
    }
    const waitedMs = Date.now() - begun
    if (signal?.aborted) throw new EvidenceUnavailableError('the run was interrupted')
    if (waitedMs >= limits.patience)
      throw new EvidenceUnavailableError(refusal(lock, found, waitedMs))
    if (!isTold) onProgress(`waits for ${holderWords(holder)}, which may write to the same person`)
    isTold = true
    await wait(limits.look)
  }
  const beating = setInterval(() => lock.beat(own), limits.beat)
  beating.unref()
  return {
    end() {
      clearInterval(beating)
      lock.release(own)
    },
  }
}

/** For how many milliseconds a lock has shown no sign of life, by this machine's own watching alone. */
const watch = (): ((found: LockReading) => number) => {
  let last: { readonly sign: string; readonly at: number } | undefined
  return ({ text, beat }) => {
    const sign = `${beat} ${text}`
    if (last?.sign !== sign) last = { sign, at: Date.now() }
    return Date.now() - last.at
  }
}

const refusal = ({ path }: LockFile, { holder }: LockReading, waitedMs: number): string =>
  `not begun: ${holderWords(holder)} may write to the same person and still had its turn after ` +
  `${Math.round(waitedMs / 1_000)} s (lock ${path}); run it again when that one is over`
