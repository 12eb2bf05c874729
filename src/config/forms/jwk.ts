import { createPrivateKey, type JsonWebKey } from 'node:crypto'
import { accepted, type Form, type Parsed, refused } from './form.ts'

/** A private key in the JSON Web Key format (RFC 7517). */
type PrivateJwk = Readonly<Record<string, unknown>>

/**
 * A private JWK: its file, or the JSON itself, as CI keeps secrets in variables. The key is tried with
 * the cryptographic library, so that a half-copied one is found before the first request.
 */
export const privateJwk: Form<PrivateJwk> = {
  accepts: 'the path of a private JWK (RFC 7517), or the JWK itself',
  parse: (text, disk) => {
    if (text.startsWith('{')) return parseJwk(text)
    const file = disk.readText(text)
    return 'trouble' in file ? refused(file.trouble) : parseJwk(file.text)
  },
}

/** A private key that JWS has an algorithm for (RFC 7518, 3.1; RFC 8037, 3.1). */
export const signingJwk: Form<PrivateJwk> = {
  accepts:
    'the path of a private JWK (RFC 7517) that signs (EC, RSA or Ed25519), or the JWK itself',
  parse: (text, disk) => {
    const parsed = privateJwk.parse(text, disk)
    if (!parsed.ok) return parsed
    const { kty, crv } = parsed.value
    return kty === 'RSA' || signingCurves.has(crv)
      ? parsed
      : refused(`a key on ${String(crv)} makes no signatures of JWS`)
  },
}

const signingCurves: ReadonlySet<unknown> = new Set(['P-256', 'P-384', 'P-521', 'Ed25519'])

const parseJwk = (text: string): Parsed<PrivateJwk> => {
  const jwk = parseObject(text)
  if (jwk === undefined) return refused('it holds no JSON object')
  if (Array.isArray(jwk['keys'])) return refused('it is a JWK Set, not one JWK')
  if (jwk['kty'] === 'oct') return refused('it is a symmetric key, not a private one')
  if (typeof jwk['d'] !== 'string') return refused('it has no private part ("d")')
  return isUsable(jwk) ? accepted(jwk) : refused('its members make no usable private key')
}

const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}

const isUsable = (jwk: JsonWebKey): boolean => {
  try {
    return createPrivateKey({ key: jwk, format: 'jwk' }).type === 'private'
  } catch {
    return false
  }
}
