import type { JsonObject } from './json.ts'
import { limits } from './limits.ts'

/** A member of a token response that no client can use, with what it has to be. */
export interface UnusableMember {
  readonly name: string
  readonly expected: string
  /** What it is: undefined where it is absent, and in words where the value itself would say too much or be too long. */
  readonly actual: unknown
}

/** What a Bearer token is made of: anything else breaks the field that it is sent in (RFC 6750, 2.1). */
const b64token = /^[A-Za-z0-9._~+/-]+=*$/

/** Scopes by their spaces (RFC 6749, 3.3). */
const scopes = /^[\x21\x23-\x5b\x5d-\x7e]*(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/

/** What keeps the members of a successful token response from being used: types, characters, lengths. */
export const unusableMembers = (members: JsonObject): readonly UnusableMember[] => {
  const found: UnusableMember[] = []
  for (const { name, isRequired, pattern, what } of wanted) {
    const value = members[name]
    if (value === undefined && !isRequired) continue
    if (typeof value !== 'string' || (isRequired && value === ''))
      found.push({ name, expected: isRequired ? 'a string' : 'a string, or absent', actual: value })
    else if (value.length > limits.token) {
      const expected = `no more than ${limits.token} characters`
      found.push({ name, expected, actual: `a string of ${value.length} characters` })
    } else if (!pattern.test(value)) found.push({ name, expected: what, actual: value })
  }
  return found
}

const wanted = [
  {
    name: 'access_token',
    isRequired: true,
    pattern: b64token,
    what: 'letters, digits, and - . _ ~ + / with = at the end only',
  },
  {
    name: 'refresh_token',
    isRequired: false,
    pattern: /^[\x20-\x7e]+$/,
    what: 'printable characters of ASCII',
  },
  {
    name: 'id_token',
    isRequired: false,
    pattern: /^[\w-]*(?:\.[\w-]*)*$/,
    what: 'a compact JWT',
  },
  { name: 'scope', isRequired: false, pattern: scopes, what: 'scopes with one space between' },
] as const
