import { createHash } from 'node:crypto'
import { valueForm } from '../evidence/value-form.ts'
import type { RuleId } from '../rules/rule.ts'
import type { ConformanceReport, ReportedFinding, RuleResult } from './model.ts'
import { rulesWith } from './verdict.ts'

/** What a masked value shows: `[pid as digits, 11 characters, #a1b2c3d4]`. */
const mask = /\[([a-zA-Z_ -]+?)(?: as ([^,\]]+))?, (\d+) characters, #[0-9a-f]{8}\]/g

const wholeMask = new RegExp(`^${mask.source}$`)

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi

const dateTime = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d(?::?\d\d)?)?/g

const httpDate = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g

const day = /\b\d{4}-\d\d-\d\d\b/g

const loopback = /\b(localhost|127\.0\.0\.1|\[::1\]):\d{1,5}\b/g

/** A long run of characters with digits and letters in it: an id, a digest, a nonce. */
const id = /(?<![\w+/-])(?=[\w+/-]*\d)(?=[\w+/-]*[A-Za-z])[\w+/-]{20,}={0,2}(?![\w+/-])/g

const longNumber = /\d{10,}/g

const duration = /\b\d+(?:\.\d+)? (ms|s|seconds|days|answers|bytes)\b/g

/** A setting is named after its environment, and what it was to be is measured. */
const setting = /\bKRR_[A-Z\d]+(?:_[A-Z\d]+)*_([A-Z\d]+)\b(?:=\d+)?/g

/** The language that a run sets depends on the one that it finds. */
const language = /"(?:nb|nn|en|se)"/g

/** Addresses of a target, which differ between two that behave the same: `https://127.0.0.1:8421` is `<api>`. */
export interface Addresses {
  readonly api: string
  readonly issuer: string
}

/** The addresses of a target as they stand in texts. */
export const addressesOf = (target: { readonly apiUrl: string; readonly issuer: string }) => ({
  api: originOf(target.apiUrl),
  issuer: target.issuer.replace(/\/$/, ''),
})

/** A text without what differs between two runs of an unchanged server: ids, times, pseudonyms, addresses. */
export const normalise = (text: string, { api, issuer }: Addresses): string =>
  withoutAddress(withoutAddress(text, issuer, '<issuer>'), api, '<api>')
    .replace(mask, (_, kind: string, form: string | undefined) => `<${form ?? kind}>`)
    .replace(uuid, '<UUID>')
    .replace(dateTime, (found) => `<${valueForm(found) ?? 'date-time'}>`)
    .replace(httpDate, '<date>')
    .replace(day, '<date>')
    .replace(loopback, '$1:<port>')
    .replace(id, '<id>')
    .replace(longNumber, '<number>')

/** The same for the words of a rule: figures that are measured anew each time go too. */
export const normaliseWords = (text: string, addresses: Addresses): string =>
  normalise(text, addresses).replace(duration, '<n> $1').replace(setting, '<setting $1>')

/** A request's label or a place, whatever language the run found. */
export const normalisePlace = (text: string): string => text.replace(language, '<language>')

/**
 * The form of a value that may be a person's, masked or in clear, and its type in JSON: `string: digits (11)`.
 * What is written freely has none but its type.
 */
export const formOf = (value: unknown): string => {
  if (typeof value === 'string') return stringForm(value)
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return value === null ? 'null' : typeof value
}

const stringForm = (value: string): string => {
  if (value === '') return 'string: empty'
  const [masked, , form, characters] = wholeMask.exec(value) ?? []
  if (masked === undefined) return describe(valueForm(value), value.length)
  return form === 'number' ? 'integer' : describe(form, Number(characters))
}

/** Of digits their number tells more than all else: a leading zero that is lost, a country code. */
const describe = (form: string | undefined, length: number): string =>
  form === undefined ? 'string' : `string: ${form}${form === 'digits' ? ` (${length})` : ''}`

const withoutAddress = (text: string, address: string, name: string): string => {
  if (address === '') return text
  const host = address.replace(/^[a-z]+:\/\//, '')
  // Half a pair of surrogates cannot be encoded, and stands in no address that was sent.
  const encoded = /\p{Surrogate}/u.test(address) ? address : encodeURIComponent(address)
  return [address, encoded, host].reduce((found, written) => found.replaceAll(written, name), text)
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url)

/** Names what a rule saw at a place, the same in every run of an unchanged server: `f-3f9a0c5512d07e41`. */
export type Fingerprint = `f-${string}`

/** A deviation with what names it. */
export interface FingerprintedFinding {
  readonly rule: RuleId
  readonly where: string
  readonly finding: ReportedFinding
  readonly fingerprint: Fingerprint
}

/**
 * The digest of rule, place, and what was expected and received there, without what differs between two runs:
 * pseudonyms, ids, times, addresses, measured figures.
 */
export const fingerprintOf = (
  rule: RuleId,
  where: string,
  { at, expected, actual }: ReportedFinding,
  target: Pick<ConformanceReport['target'], 'apiUrl' | 'issuer'>,
): Fingerprint => {
  const addresses = addressesOf(target)
  const words = [at, expected, actual].map((text) => normaliseWords(text, addresses))
  const said = JSON.stringify([rule, normalisePlace(where), ...words])
  return `f-${createHash('sha256').update(said).digest('hex').slice(0, 16)}`
}

/** Every deviation of these rules that makes an environment deviate, each fingerprint once. */
export const failingFindings = (
  { target, rules }: Pick<ConformanceReport, 'target' | 'rules'>,
  failing: readonly RuleResult[] = rulesWith(rules, 'MUST', 'failed'),
): readonly FingerprintedFinding[] => {
  const found = failing.flatMap(({ id, level, observations }) =>
    observations
      .filter((own) => own.verdict === 'failed' && (own.level ?? level) === level)
      .flatMap(({ where, findings }) =>
        (findings.length === 0 ? [unsaid] : findings).map((finding) => ({
          rule: id,
          where,
          finding,
          fingerprint: fingerprintOf(id, where, finding, target),
        })),
      ),
  )
  return [...new Map(found.map((own) => [own.fingerprint, own])).values()]
}

const unsaid: ReportedFinding = { at: '', expected: '', actual: '' }
