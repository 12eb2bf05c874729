import { isJsonObject, type JsonObject } from '../json.ts'
import {
  codes,
  isMemberName,
  isPlainMember,
  isPlainParameter,
  isPlainValue,
  kindOf,
  plainClaims,
} from './members.ts'
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
  /** The name of a member of a person, or a step of a pointer: what is not written as one may be a value. */
  name(name: string): string
  /** A published document: its words are public, and what looks like a person or is an example of one is masked. */
  published(document: unknown): unknown
  /** A URL: user info removed, parameters masked by name. */
  url(url: string): string
  /** `application/x-www-form-urlencoded` content. */
  form(content: string): string
}

export const createMasker = (pseudonym: Pseudonym, production: boolean): Masker => {
  const vault = createVault(pseudonym)
  const text = (value: string): string => maskShapes(vault.scrub(value), pseudonym)

  const named = (name: string, value: unknown, kind: DocumentKind): unknown => {
    const sensitive = kindOf(name)
    if (sensitive !== undefined) return concealed(sensitive, value, kind)
    if (Array.isArray(value)) return value.map((item) => named(name, item, kind))
    if (isJsonObject(value)) return json(value, kind)
    if (typeof value !== 'string' && typeof value !== 'number') return value
    const written = String(value)
    const isPlain = isPlainMember(name, production) || plainClaims.has(name)
    if (kind === 'person' && !(isPlain && isPlainValue(name, written))) {
      const shown = conceal(typeof value === 'number' ? 'number' : 'string', value)
      return production && codes.has(name) ? withoutTag(shown) : shown
    }
    const shown = text(written)
    return shown === written ? value : shown
  }

  /** All that is below a member whose name says that it is a secret or the person. */
  const concealed = (sensitive: ValueKind, value: unknown, kind: DocumentKind): unknown => {
    if (Array.isArray(value)) return value.map((item) => concealed(sensitive, item, kind))
    if (isJsonObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          nameOf(name, kind),
          concealed(kindOf(name) ?? sensitive, inner, kind),
        ]),
      )
    return typeof value === 'string' || typeof value === 'number'
      ? conceal(sensitive, value)
      : value
  }

  const conceal = (kind: ValueKind, value: unknown): string => {
    const plain = String(value)
    if (plain === '') return ''
    return typeof value === 'number' ? pseudonym(kind, plain, 'number') : pseudonym(kind, plain)
  }

  /** A name that is none, in a person, may be a value. */
  const nameOf = (name: string, kind: DocumentKind): string => {
    const shown = text(name)
    if (/^(?:\d{0,5}|\*)$/.test(name)) return name
    return kind === 'open' || shown !== name || isMemberName(name) ? shown : conceal('string', name)
  }

  const json = (value: unknown, kind: DocumentKind): unknown => {
    if (Array.isArray(value)) return value.map((item) => json(item, kind))
    if (isJsonObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          nameOf(name, kind),
          named(name, inner, kind),
        ]),
      )
    }
    return named('', value, kind)
  }

  /** `under` is what the member is that a schema describes. */
  const published = (value: unknown, under?: ValueKind): unknown => {
    if (Array.isArray(value)) return value.map((item) => published(item, under))
    if (!isJsonObject(value))
      return typeof value === 'string' ? text(value) : named('', value, 'open')
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        if (valueKeywords.has(name))
          return [name, under === undefined ? json(inner, 'open') : concealed(under, inner, 'open')]
        const isNames =
          /^(?:properties|patternProperties|schemas|definitions|parameters|headers)$/.test(name)
        if (!isNames || !isJsonObject(inner))
          return [text(name), published(inner, parameterIn(value) ?? under)]
        const described = Object.entries(inner).map(([own, schema]) => [
          text(own),
          published(schema, kindOf(own)),
        ])
        return [text(name), Object.fromEntries(described)]
      }),
    )
  }

  const parameters = (search: URLSearchParams): string =>
    [...search]
      .map(([name, value]) => {
        const shown = isPlainParameter(name, value)
          ? encodeURIComponent(text(value))
          : value === ''
            ? ''
            : pseudonym(kindOf(name) ?? 'string', value)
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
    name: (name) => nameOf(name, 'person'),
    published: (document) => published(document),
    url(url) {
      if (!URL.canParse(url)) return text(url)
      const { protocol, host, pathname, searchParams, search } = new URL(url)
      const place = host === '' ? '' : `//${text(host)}`
      const path = text(decoded(pathname))
      return `${protocol}${place}${path}${search === '' ? '' : `?${parameters(searchParams)}`}`
    },
    form: (content) => parameters(new URLSearchParams(content)),
  }
}

/** Keywords of a schema whose values are not words of the document but somebody's, or made up. */
const valueKeywords: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'default',
  'enum',
  'const',
])

/** What the parameter that this object describes is. */
const parameterIn = ({ name, in: place }: JsonObject): ValueKind | undefined =>
  typeof name === 'string' && typeof place === 'string' ? kindOf(name) : undefined

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
