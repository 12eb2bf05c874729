import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentUrl, hostNames, issuerUrl, redirectUri, resourceUrl } from './address.ts'
import { ConfigurationError } from './configuration-error.ts'
import { fileTrouble } from './disk.ts'
import { type PersonaName, personaNames, type UserScope, userScopes } from './environment.ts'
import { type Form, pemCertificates, personidentifikator, secretText, token } from './forms.ts'
import { refuseLink } from './own-file.ts'

type Member = readonly [path: string, test: (value: unknown) => boolean, accepts: string]

const inForm = (path: string, form: Form<string>): Member => [
  path,
  // None of these forms reaches for a file.
  (value) => typeof value === 'string' && form.parse(value, noDisk).ok,
  form.accepts,
]

const noDisk = {
  resolve: (path: string) => path,
  readText: () => ({ trouble: 'no file is read' }),
  executableTrouble: () => 'no file is read',
  folderTrouble: () => 'no file is read',
  strangersTrouble: () => 'no file is read',
}

const pem = (path: string): Member => [
  path,
  (value) => typeof value === 'string' && (pemCertificates(value)?.length ?? 0) > 0,
  'PEM of one or more certificates',
]

const isScopes = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.every((scope) => userScopes.some((known) => known === scope)))

const isLoginHosts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && hostNames.parse(value.join(','), noDisk).ok)

const people: readonly string[] = ['MAIN', ...personaNames]

const members: readonly Member[] = [
  inForm('apiUrl', resourceUrl),
  inForm('issuer', issuerUrl),
  inForm('specUrl', documentUrl),
  pem('ca'),
  pem('trustAnchor'),
  inForm('client.id', token('a client id')),
  inForm('client.secret', secretText('a client secret')),
  inForm('redirectUri', redirectUri),
  ['loginHosts', isLoginHosts, hostNames.accepts],
  ['scopes', isScopes, `some of ${userScopes.join(', ')}`],
  ...people.map((persona) => inForm(`people.${persona}`, personidentifikator)),
]

const minid: readonly Member[] = [
  inForm('minid.password', secretText('a password')),
  inForm('minid.oneTimeCode', secretText('a one-time code')),
]

/** The first member that is not as a sandbox writes it, without its value; undefined where all are. */
const sandboxTrouble = (file: unknown): string | undefined => {
  const expected = at(file, 'minid') === undefined ? members : [...members, ...minid]
  const wrong = expected.find(([path, test]) => !test(at(file, path)))
  return wrong === undefined ? undefined : `${wrong[0]} must be ${wrong[2]}`
}

const at = (file: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null
          ? (inner as Readonly<Record<string, unknown>>)[name]
          : undefined,
      file,
    )

/** A test user of the reference environment: the main one, or one for each state. */
type SandboxPersona = 'MAIN' | PersonaName

/**
 * A started reference environment as others reach it: what `krr sandbox` leaves in `sandbox.json`, and what
 * the run's own knows once it is started. The client's secret is in it.
 */
export interface SandboxFile {
  readonly apiUrl: string
  readonly issuer: string
  readonly specUrl: string
  /** PEM of the CA that TLS leads to. */
  readonly ca: string
  /** PEM of the root that the JWS signing certificate leads to. */
  readonly trustAnchor: string
  readonly client: { readonly id: string; readonly secret: string }
  readonly redirectUri: string
  /** The hosts of its login beside the issuer's. */
  readonly loginHosts?: readonly string[] | undefined
  /** What the client is registered for; absent: all three scopes. */
  readonly scopes?: readonly UserScope[] | undefined
  readonly people: Readonly<Record<SandboxPersona, string>>
  /** Where it is told what goes wrong, and with what. */
  readonly control?: { readonly url: string; readonly token: string } | undefined
  /** What its MinID accepts; only needed for `LOGIN=minid`. */
  readonly minid?: { readonly password: string; readonly oneTimeCode: string } | undefined
}

const startIt = 'start it with npm run krr -- sandbox'

/** The path of the file in the state folder. */
const sandboxFilePath = (stateDir: string): string => join(stateDir, 'sandbox.json')

/**
 * Reads what a sandbox left in the state folder.
 * @throws ConfigurationError where there is none, or it is not what `krr sandbox` writes
 */
export const readSandboxFile = (stateDir: string): SandboxFile => {
  const path = sandboxFilePath(stateDir)
  refuseLink(path)
  const file = parseFile(path)
  const trouble = sandboxTrouble(file)
  if (trouble !== undefined) {
    throw new ConfigurationError([`${path} is not what a sandbox leaves: ${trouble}; ${startIt}`])
  }
  // Every member has just been looked at.
  return file as SandboxFile
}

const parseFile = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    // A parser's message repeats a part of the file, and with it a secret: only its kind is told.
    const trouble = error instanceof SyntaxError ? 'it holds no JSON' : fileTrouble(error)
    throw new ConfigurationError([
      `environment "sandbox" is reached through ${path}, but ${trouble}; ${startIt}`,
    ])
  }
}

/** Writes the file for its owner alone (folder 0700, file 0600), whole or not at all; gives its path. */
export const writeSandboxFile = (stateDir: string, file: SandboxFile): string => {
  const path = sandboxFilePath(stateDir)
  const draft = `${path}.${process.pid}`
  mkdirSync(stateDir, { recursive: true, mode: 0o700 })
  refuseLink(path)
  // A draft left by a process of the same number, or a link that somebody left, is not written through.
  rmSync(draft, { force: true })
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  renameSync(draft, path)
  return path
}

/** Takes the file away when the sandbox stops; one that is gone is no trouble. */
export const removeSandboxFile = (stateDir: string): void =>
  rmSync(sandboxFilePath(stateDir), { force: true })
