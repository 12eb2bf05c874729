import type { JsonObject } from '../../evidence/json.ts'
import type { SeenPage } from '../../login/pages/seen-page.ts'

/** A JWT by the names of its members, each with its form; nothing where it is opaque. */
export interface TokenForm {
  readonly header: Readonly<Record<string, string>>
  readonly claims: Readonly<Record<string, string>>
}

/** What a login met, as it may be kept and sent to others: names and forms, no value of a person's. */
export interface FieldRecord {
  readonly schemaVersion: 1
  readonly environment: string
  readonly madeAt: string
  readonly issuer: string
  /** Where the login stopped and why, if it did: then there is nothing of what comes behind it. */
  readonly stopped?: string
  /** Hosts that pages came from, in their order. */
  readonly hosts: readonly string[]
  readonly pages: readonly (SeenPage & {
    /** Which way of a page object's found what was pressed. */
    readonly matched?: string
    /** From the page before to this one. */
    readonly afterMs: number
  })[]
  readonly cookies: readonly string[]
  readonly callback: { readonly parameters: readonly string[]; readonly code: string }
  readonly metadata: JsonObject
  readonly jwks: readonly string[]
  readonly tokenResponse: Readonly<Record<string, string>>
  readonly accessToken: TokenForm
  readonly idToken: TokenForm
  readonly traits: Readonly<Record<string, string>>
  /** All of it by name, for a comparison: hosts stand for what they are for. */
  readonly facts: Readonly<Record<string, string>>
}

/** Members whose values are the same for everybody: codes and addresses, nothing of a person. */
const plain = new Set(['alg', 'typ', 'token_type', 'acr', 'client_amr', 'amr', 'locale'])

/** What a member looks like: its type and length, and its value where that is a code. */
export const formOf = (name: string, value: unknown): string => {
  if (plain.has(name)) return JSON.stringify(value).slice(0, 80)
  if (typeof value === 'string') return `string, ${value.length} characters`
  if (Array.isArray(value)) return `array of ${value.length}`
  return value === null ? 'null' : typeof value
}

/** The record as names with one text each. Hosts and ports are named by what they are for. */
export const factsOf = (record: Omit<FieldRecord, 'facts'>): Readonly<Record<string, string>> => {
  const { pages, metadata, accessToken, idToken } = record
  const issuer = new URL(record.issuer)
  const neutral = (text: string): string =>
    text.replaceAll(issuer.origin, '<issuer>').replaceAll(issuer.host, '<issuer host>')
  const ofWholeLogin = (): [string, string][] => [
    ['hosts', String(record.hosts.length)],
    ['pages', pages.map(({ name }) => name ?? 'unknown').join(' > ')],
    ['cookies', [...new Set(record.cookies.map((name) => name.replace(/_\d+$/, '')))].join(', ')],
    ['callback parameters', record.callback.parameters.join(', ')],
    ['code', record.callback.code],
    ['token response', Object.keys(record.tokenResponse).sort().join(', ')],
    ...Object.entries(record.traits),
  ]
  const facts: [string, string][] = [
    ['JWK Set', record.jwks.join('; ')],
    ...(record.stopped === undefined ? ofWholeLogin() : []),
  ]
  for (const page of pages) {
    const at = `page ${page.name ?? 'unknown'}`
    facts.push(
      [`${at}: path`, page.path],
      [`${at}: language`, page.language],
      [`${at}: headings`, page.headings.join(' | ')],
      [`${at}: buttons`, page.buttons.join(' | ')],
      [`${at}: links`, page.links.join(' | ')],
      [`${at}: fields`, page.fields.map(fieldText).join(' | ')],
      [`${at}: found by`, page.matched ?? ''],
    )
  }
  const tokens = [
    ['access token', accessToken],
    ['ID token', idToken],
  ] as const
  for (const [what, { header, claims }] of record.stopped === undefined ? tokens : []) {
    facts.push([`${what}: header`, Object.keys(header).sort().join(', ')])
    // Its length follows from the scopes and from chance.
    for (const [name, form] of Object.entries(claims))
      facts.push([`${what}: claim ${name}`, form.replace(/, \d+ characters$/, '')])
  }
  const told = metadata as JsonObject
  for (const [name, value] of Object.entries(told))
    facts.push([`metadata: ${name}`, neutral(JSON.stringify(value)).slice(0, 400)])
  return Object.fromEntries(facts.map(([name, text]) => [name, neutral(text)]))
}

const fieldText = ({ id, name, type, label }: FieldRecord['pages'][number]['fields'][number]) =>
  `${label} (id ${id}, name ${name}, ${type})`

/** One thing in which an environment is not as the reference is, and where the reference has it. */
export interface Difference {
  readonly trait: string
  readonly reference: string | undefined
  readonly environment: string | undefined
  /** The file of the reference that has it, or the option of the sandbox. */
  readonly change: string
}

/** Where the reference has what a fact is about, the most telling first. */
const places: readonly (readonly [trait: RegExp, change: string])[] = [
  [/^page selector/, 'src/reference/op/pages/login.ts'],
  [/^page testid/, 'src/reference/op/pages/login.ts'],
  [/^page minid/, 'src/reference/op/pages/login.ts'],
  [/^page contact/, 'src/reference/op/pages/other.ts'],
  [/^page consent/, 'src/reference/op/pages/other.ts'],
  [/^page /, 'a page object in src/login/pages/, and a page in src/reference/op/pages/'],
  [/^(hosts|cookies|code|refresh token)$/, 'src/reference/op/configuration.ts'],
  [/^(pages|callback)/, 'src/reference/op/login-steps.ts'],
  [/^metadata/, 'src/reference/op/mending.ts'],
  [/^JWK Set/, 'src/reference/op/keys.ts'],
  [/lifetime$/, 'src/reference/op/context.ts'],
  [/^(access token|ID token|token response|scopes)/, 'src/reference/op/tokens.ts'],
]

/** In what an environment differs from the reference, by name. What comes behind a stop is not compared. */
export const differences = (
  environment: Pick<FieldRecord, 'facts' | 'stopped'>,
  reference: Pick<FieldRecord, 'facts'>,
): readonly Difference[] => {
  const names = new Set([...Object.keys(reference.facts), ...Object.keys(environment.facts)])
  const isCompared = (name: string) =>
    environment.stopped === undefined || environment.facts[name] !== undefined
  return [...names]
    .filter(isCompared)
    .filter((name) => reference.facts[name] !== environment.facts[name])
    .map((trait) => ({
      trait,
      reference: reference.facts[trait],
      environment: environment.facts[trait],
      change: settingFor(trait, environment.facts[trait]) ?? placeOf(trait),
    }))
}

/** Pages that the sandbox shows when it is asked to. */
const settingFor = (trait: string, met: string | undefined): string | undefined => {
  if (trait !== 'pages' || met === undefined) return undefined
  const asked = [
    ...(met.includes('contact information') ? ['contact-information'] : []),
    ...(met.includes('consent') ? ['consent'] : []),
  ]
  return asked.length === 0 ? undefined : `npm run krr -- sandbox --ask ${asked.join(',')}`
}

const placeOf = (trait: string): string =>
  places.find(([pattern]) => pattern.test(trait))?.[1] ?? 'src/reference/op/'
