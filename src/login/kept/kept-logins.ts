import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Environment } from '../../config/environment.ts'
import { refuseLink } from '../../config/own-file.ts'
import { isJsonObject, stringAt } from '../../evidence/json.ts'
import { parseJson } from '../../evidence/message.ts'
import { type KeptLogin, parseKept, printKept } from './kept-login.ts'
import { type Binding, type Sealed, seal, unseal } from './seal.ts'

/** What was found where a login would be kept. */
export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly login: KeptLogin }
  /** There is one, and it is of no use; why, in words. */
  | { readonly kind: 'useless'; readonly because: string }

/** The login that is kept for one environment: at most one, on disk, sealed (folder 0700, file 0600). */
export interface KeptLogins {
  readonly path: string
  keep(login: KeptLogin, expiresAt: Date): void
  /** Takes it out: what can be used is deleted before it is. */
  take(now: Date): Found
  remove(): void
}

type Target = Pick<Environment, 'name' | 'apiUrl' | 'issuer' | 'clientId'>

/** Where an environment's login is kept. */
export const keptLoginPath = (stateDir: string, { name }: Pick<Environment, 'name'>): string =>
  join(stateDir, 'logins', `${name}.json`)

/** Opens the place below the state directory; without a key nothing is kept, and what lies there stays closed. */
export const openKeptLogins = (
  stateDir: string,
  environment: Target,
  stateKey: string,
): KeptLogins => {
  const path = keptLoginPath(stateDir, environment)
  refuseLink(path)
  const { name, apiUrl, issuer, clientId } = environment
  const binding: Binding = { environment: name, apiUrl, issuer, clientId }
  const remove = () => rmSync(path, { force: true })
  return {
    path,
    remove,
    keep(login, expiresAt) {
      const folder = dirname(path)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
      const sealed = seal(printKept(login), {
        stateKey,
        binding,
        expiresAt: expiresAt.toISOString(),
      })
      const next = `${path}.${randomBytes(4).toString('hex')}`
      writeFileSync(next, `${JSON.stringify(sealed)}\n`, { mode: 0o600, flag: 'wx' })
      renameSync(next, path)
    },
    take(now) {
      const text = textOf(path)
      if (text === undefined) return { kind: 'none' }
      const sealed = parseSealed(text)
      if (sealed === undefined) {
        remove()
        return useless('it is damaged; it is deleted')
      }
      if (Date.parse(sealed.expiresAt) <= now.getTime()) {
        remove()
        return useless(`it expired at ${sealed.expiresAt}; it is deleted`)
      }
      const opened = unseal(sealed, { stateKey, binding })
      if (opened === undefined) {
        return useless(
          'it was made with another KRR_STATE_KEY, or for another client or address, or was changed since; ' +
            `it lies there until it is of no use any more (${sealed.expiresAt})`,
        )
      }
      remove()
      const login = parseKept(opened)
      return login === undefined
        ? useless('another version of the harness made it; it is deleted')
        : { kind: 'kept', login }
    },
  }
}

const useless = (because: string): Found => ({ kind: 'useless', because })

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const parseSealed = (text: string): Sealed | undefined => {
  const parsed = parseJson(text)
  if (!isJsonObject(parsed) || parsed['format'] !== 1) return undefined
  const [expiresAt, nonce, sealed] = ['expiresAt', 'nonce', 'sealed'].map((name) =>
    stringAt(parsed, name),
  )
  if (expiresAt === undefined || nonce === undefined || sealed === undefined) return undefined
  return Number.isNaN(Date.parse(expiresAt)) ? undefined : { format: 1, expiresAt, nonce, sealed }
}
