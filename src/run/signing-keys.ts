import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Environment } from '../config/environment.ts'
import { refuseLink } from '../config/own-file.ts'
import { isJsonObject, type JsonObject, stringAt } from '../evidence/json.ts'
import type { EarlierKeys } from '../evidence/jws.ts'

/** The keys that signed for one environment, from one run to the next. Digests of public keys, no secret. */
export interface SigningKeyMemory {
  readonly path: string
  /**
   * Keeps the keys of this run and gives those of the run before; undefined where none is known. Without
   * a key nothing is replaced.
   */
  replace(keys: readonly string[], now: Date): EarlierKeys | undefined
  /** What the last run was given: a replay of what it found is, too, and replaces nothing. */
  given(): EarlierKeys | undefined
}

type Installation = Pick<Environment, 'name' | 'apiUrl' | 'ca'>

/**
 * The memory of an environment below the state directory. Another address, or other roots for TLS, is
 * another installation with keys of its own: so is each start of the reference environment.
 */
export const openSigningKeys = (
  stateDir: string,
  { name, apiUrl, ca }: Installation,
): SigningKeyMemory => {
  const path = join(stateDir, 'signing-keys', `${name}.json`)
  refuseLink(path)
  const installation = createHash('sha256')
    .update(`${apiUrl}\n${ca ?? ''}`)
    .digest('hex')
  return {
    path,
    replace(keys, now) {
      const before = earlierKeys(read(path, installation))
      const entry = { installation, keys, seenAt: now.toISOString(), before }
      if (keys.length > 0) write(path, `${JSON.stringify(entry, null, 2)}\n`)
      return before
    },
    given: () => earlierKeys(read(path, installation)?.['before']),
  }
}

const digest = /^[0-9a-f]{64}$/

const read = (path: string, installation: string): JsonObject | undefined => {
  try {
    const entry: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isJsonObject(entry) && entry['installation'] === installation ? entry : undefined
  } catch {
    return undefined
  }
}

const earlierKeys = (entry: unknown): EarlierKeys | undefined => {
  if (!isJsonObject(entry)) return undefined
  const { keys } = entry
  const seenAt = stringAt(entry, 'seenAt') ?? ''
  if (!Array.isArray(keys) || Number.isNaN(Date.parse(seenAt))) return undefined
  const known = keys.filter((key) => typeof key === 'string' && digest.test(key))
  return known.length === 0 ? undefined : { keys: known, seenAt: new Date(seenAt).toISOString() }
}

/** Where it cannot be kept, the next run says that it knows of none before it. */
const write = (path: string, text: string): void => {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const next = `${path}.next`
    rmSync(next, { force: true })
    writeFileSync(next, text, { mode: 0o600, flag: 'wx' })
    renameSync(next, path)
  } catch {}
}
