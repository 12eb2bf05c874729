import { createHash } from 'node:crypto'
import type { ReferenceEnvironment } from '../../reference/start.ts'
import type { Overheard } from './wiretap.ts'

/** Values that must not be found in what a run leaves, by what they are. */
export type Canaries = ReadonlyMap<string, string>

const secretParameters = [
  'access_token',
  'refresh_token',
  'id_token',
  'token',
  'code',
  'code_verifier',
  'client_secret',
  'client_assertion',
  'login_hint',
  'request_uri',
  'password',
]

/** Every secret that went over the wire to these ports, and what could confirm a guess of one. */
export const secretsOnTheWire = (overheard: readonly Overheard[]): Canaries => {
  const found = new Map<string, string>()
  const add = (what: string, value: unknown) => {
    // What is shorter is no secret but a word: `not-a-token`, an empty cookie.
    if (typeof value === 'string' && value.length >= 16) found.set(value, what)
  }
  const addParameters = (parameters: URLSearchParams) => {
    for (const name of secretParameters)
      for (const value of parameters.getAll(name)) add(name, value)
  }
  for (const { url, headers, body, status, responseHeaders, responseBody } of overheard) {
    const [scheme, credentials] = (headers.authorization ?? '').split(' ')
    add(`${scheme} credentials`, credentials)
    addParameters(url.searchParams)
    addParameters(new URLSearchParams(body()))
    for (const pair of (headers.cookie ?? '').split(/; */)) add('cookie', pair.split('=')[1])
    const answered = responseHeaders()
    for (const line of [answered['set-cookie'] ?? []].flat())
      add('set-cookie', String(line).split(/[=;]/)[1])
    const location = String(answered['location'] ?? '')
    if (URL.canParse(location)) addParameters(new URL(location).searchParams)
    add('ETag', answered['etag'])
    const content = responseBody()
    for (const [name, value] of Object.entries(parsed(content.toString('utf8'))))
      if (secretParameters.includes(name)) add(name, value)
    // The answer to a HEAD has no content, and the digest of nothing tells nothing.
    if (status() === 200 && url.pathname.endsWith('/person') && content.length > 0) {
      const signature = content.toString('utf8').split('.')[2]
      if (String(answered['content-type']).startsWith('application/jose'))
        add('signature', signature)
      const digest = createHash('sha256').update(content)
      for (const encoding of ['hex', 'base64', 'base64url'] as const)
        add(`SHA-256 in ${encoding}`, digest.copy().digest(encoding))
    }
  }
  for (const [value, what] of [...found])
    for (const [claim, own] of Object.entries(claimsOf(value)))
      if (['sub', 'sid', 'jti'].includes(claim)) add(`${claim} of ${what}`, own)
  return found
}

/** Who the people of an environment are. */
export const personalValues = ({ people }: ReferenceEnvironment): Canaries => {
  const found = new Map<string, string>()
  for (const [name, { pid, record }] of Object.entries(people)) {
    found.set(pid, `pid of ${name}`)
    found.set(`${pid.slice(0, 6)}-${pid.slice(6)}`, `pid of ${name}, with a hyphen`)
    found.set(String(Number(pid)), `pid of ${name} as a number`)
    for (const value of [
      record?.epostadresse?.value,
      record?.mobiltelefonnummer?.value,
      record?.mobiltelefonnummer?.value.slice(3),
      record?.digital_post?.postkasseadresse,
      record?.digital_post?.sertifikat,
    ])
      if (value !== undefined) found.set(value, `contact data of ${name}`)
  }
  return found
}

/** The claims of a JWT, or nothing where the text is none. */
const claimsOf = (text: string): Record<string, unknown> =>
  parsed(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'))

const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
