import { isJsonObject } from '../json.ts'
import { codes, isPlainMember, plainClaims, plainParameters, sensitiveNames } from './members.ts'
import type { Pseudonym, ValueKind } from './pseudonym.ts'
import { maskShapes } from './text.ts'
import { createVault, type Vault } from './vault.ts'

/** How much of a JSON document is shown: of a person only what is listed, else all that is not sensitive. */
export type DocumentKind = 'person' | 'open'

/** Masks whatever a run leaves behind. Made once per environment and thread, all under the run's key. */
export interface Masker {
  readonly vault: Vault
  /** Whether it masks what is a person's in production. */
  readonly production: boolean
  readonly pseudonym: Pseudonym
  /** Free text: known values and whatever looks like one. */
  text(text: string): string
  /** A JSON value with its sensitive members masked. */
  json(value: unknown, kind: DocumentKind): unknown
  /** The value of one member, claim or parameter by its name. */
  named(name: string, value: unknown, kind: DocumentKind): unknown
  /** A URL: user info removed, parameters masked by name. */
  url(url: string): string
  /** `application/x-www-form-urlencoded` content. */
  form(content: string): string
}

export const createMasker = (pseudonym: Pseudonym, production: boolean): Masker => {
  const vault = createVault(pseudonym)
  const text = (value: string): string => maskShapes(vault.scrub(value), pseudonym)

  const named = (name: string, value: unknown, kind: DocumentKind): unknown => {
    if (Array.isArray(value)) return value.map((item) => named(name, item, kind))
    if (isJsonObject(value)) return json(value, kind)
    if (value === null || typeof value === 'boolean' || value === undefined) {
      return value
    }
    const sensitive = sensitiveNames.get(name.toLowerCase())
    if (sensitive !== undefined) return conceal(sensitive, value)
    if (kind === 'person' && !isPlainMember(name, production) && !plainClaims.has(name)) {
      const shown = conceal(typeof value === 'number' ? 'number' : 'string', value)
      return codes.has(name) ? withoutTag(shown) : shown
    }
    // A plain member with a value that is none (a number in place of a code) is no longer plain.
    if (typeof value === 'string')
      return kind === 'person' && value.length > 40 ? conceal('string', value) : text(value)
    return text(String(value)) === String(value) ? value : text(String(value))
  }

  const conceal = (kind: ValueKind, value: unknown): string => {
    const plain = String(value)
    if (plain === '') return ''
    return typeof value === 'number' ? pseudonym(kind, plain, 'number') : pseudonym(kind, plain)
  }

  const json = (value: unknown, kind: DocumentKind): unknown => {
    if (Array.isArray(value)) return value.map((item) => json(item, kind))
    if (isJsonObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [text(name), named(name, inner, kind)]),
      )
    }
    return named('', value, kind)
  }

  const parameters = (search: URLSearchParams): string =>
    [...search]
      .map(([name, value]) => {
        const shown = plainParameters.has(name)
          ? encodeURIComponent(text(value))
          : value === ''
            ? ''
            : pseudonym(sensitiveNames.get(name) ?? 'string', value)
        return `${encodeURIComponent(text(name))}=${shown}`
      })
      .join('&')

  return {
    vault,
    production,
    pseudonym,
    text,
    json,
    named,
    url(url) {
      if (!URL.canParse(url)) return text(url)
      const { protocol, host, pathname, searchParams, search } = new URL(url)
      const path = text(decoded(pathname))
      return `${protocol}//${host}${path}${search === '' ? '' : `?${parameters(searchParams)}`}`
    },
    form: (content) => parameters(new URLSearchParams(content)),
  }
}

/** Nothing of equality is left: every value has this one. */
const withoutTag = (shown: string): string => shown.replace(/#[\da-f]{8}\]$/, '#00000000]')

/** A server may write what is no encoding at all; that is shown as it came. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
