import { userScopes } from './environment.ts'
import { documentUrl, issuerUrl, redirectUri, resourceUrl } from './forms/address.ts'
import type { Form } from './forms/form.ts'
import { pemCertificates } from './forms/pem.ts'
import { personidentifikator } from './forms/person.ts'
import { secretText, token } from './forms/text.ts'

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

const people = [
  'MAIN',
  'RESERVED',
  'DELETED',
  'EXPIRED',
  'UNREGISTERED',
  'MAIL_ONLY',
  'MOBILE_ONLY',
  'NO_MAILBOX',
]

const members: readonly Member[] = [
  inForm('apiUrl', resourceUrl),
  inForm('issuer', issuerUrl),
  inForm('specUrl', documentUrl),
  pem('ca'),
  pem('trustAnchor'),
  inForm('client.id', token('a client id')),
  inForm('client.secret', secretText('a client secret')),
  inForm('redirectUri', redirectUri),
  ['scopes', isScopes, `some of ${userScopes.join(', ')}`],
  ...people.map((persona) => inForm(`people.${persona}`, personidentifikator)),
]

const minid: readonly Member[] = [
  inForm('minid.password', secretText('a password')),
  inForm('minid.oneTimeCode', secretText('a one-time code')),
]

/** The first member that is not as a sandbox writes it, without its value; undefined where all are. */
export const sandboxTrouble = (file: unknown): string | undefined => {
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
