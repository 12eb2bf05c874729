import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { refuseLink } from '../../config/own-file.ts'
import type { Pki } from '../../reference/pki/pki.ts'

/** The authorities of a sandbox as they outlive it. */
export type KeptPki = ReturnType<Pki['kept']>

/** What of a sandbox stays from one start to the next: whom others trust, and how they authenticate. */
export interface KeptSandbox {
  readonly client: { readonly id: string; readonly secret: string }
  readonly pki: KeptPki
}

const pathIn = (stateDir: string): string => join(stateDir, 'sandbox-kept.json')

/**
 * What an earlier sandbox kept in the state folder; undefined where none did.
 * @throws ConfigurationError where the file is not ours alone, or is something else
 */
export const readKept = (stateDir: string): KeptSandbox | undefined => {
  const path = pathIn(stateDir)
  refuseLink(path)
  const text = textOf(path)
  if (text === undefined) return undefined
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new ConfigurationError([`${path} holds private keys, and others may read it: chmod 600`])
  const kept = parsed(text)
  if (kept !== undefined) return kept
  throw new ConfigurationError([
    `${path} is not what a sandbox keeps; remove it (rm ${path}), and client and CA are made again`,
  ])
}

/** Keeps it for its owner alone, whole or not at all. */
export const writeKept = (stateDir: string, kept: KeptSandbox): void => {
  const path = pathIn(stateDir)
  const draft = `${path}.${process.pid}`
  mkdirSync(stateDir, { recursive: true, mode: 0o700 })
  refuseLink(path)
  rmSync(draft, { force: true })
  writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  renameSync(draft, path)
}

/** A client that nobody else has. */
export const newClient = (): KeptSandbox['client'] => ({
  id: 'krr-conformance',
  secret: randomBytes(24).toString('base64url'),
})

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new ConfigurationError([`${path} cannot be read`], { cause: error })
  }
}

const authorities = ['tlsRoot', 'signRoot', 'intermediate'] as const

const parsed = (text: string): KeptSandbox | undefined => {
  try {
    const { client, pki } = JSON.parse(text) as KeptSandbox
    const strings = [
      client.id,
      client.secret,
      ...authorities.flatMap((name) => [pki[name].certificate, pki[name].key]),
    ]
    return strings.every((value) => typeof value === 'string') ? { client, pki } : undefined
  } catch {
    return undefined
  }
}
