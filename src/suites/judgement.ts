import type { Exchange } from '../evidence/exchange.ts'
import { limits } from '../evidence/limits.ts'
import type { Masker } from '../evidence/masking/masker.ts'
import { firstOverLimit } from '../evidence/over-limit.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { Observation, ReportedFinding } from '../report/model.ts'
import type { Finding, FromWire, Rule, Unmet } from '../rules/rule.ts'
import { refuseIntrusive } from './intrusion.ts'
import type { Once } from './once.ts'

/** What a judgement is told beside its rule and its evidence. */
export interface JudgementContext<Subject> {
  readonly where: string
  readonly masker: Masker
  /**
   * Gathers the evidence anew: asked only when a comparison found a difference. One that does not
   * come again is interference by somebody else, not a deviation.
   */
  readonly again?: (() => Promise<Subject>) | undefined
  /** Why this machine's clock is nothing to judge by, or undefined where it is: asked for rules that go by it. */
  readonly clockTrouble?: Once<string | undefined>
  /** Whether it is production that is judged: what never goes there is not gathered. */
  readonly production?: boolean
}

/** Judges a rule on its evidence. It never throws: whatever happens is an observation. */
export const judge = async <Subject>(
  rule: Rule<Subject>,
  gather: Once<Subject>,
  { where, masker, again, clockTrouble, production = false }: JudgementContext<Subject>,
): Promise<Observation> => {
  const without = { where, findings: [], evidence: [] as string[] }
  const isDiscreet = production && rule.tellsOfPerson === true
  let subject: Subject | undefined
  try {
    if (production) refuseIntrusive(rule)
    subject = await gather()
    const exchanges = exchangesOf(subject)
    const evidence = exchanges.map(({ id }) => id)
    const level = levelOf(rule, subject)
    const unmet = rule.notApplicable?.(subject)
    if (unmet !== undefined) {
      const why = isDiscreet ? { reason: unmetCondition } : reasonFor(unmet)
      return { ...without, ...level, evidence, verdict: 'not-applicable', ...why }
    }
    const unclear = rule.cannotTell?.(subject)
    const wrongClock =
      unclear === undefined && rule.byClock === true ? await clockTrouble?.() : undefined
    const open = unclear ?? wrongClock
    if (open !== undefined)
      return {
        ...without,
        ...level,
        evidence,
        verdict: 'inconclusive',
        reason: masker.text(open),
        ...(wrongClock === undefined ? {} : { obstacle: { kind: 'clock' } }),
      }
    const findings = await collect(rule, subject)
    const met = isDiscreet ? undefined : rule.met?.(subject)
    const observed = {
      where,
      ...level,
      evidence,
      findings: (await told(rule, subject, findings))
        .map(([finding, marks]) => [report(finding, masker), marks] as const)
        .map(([finding, marks]) => ({
          ...finding,
          ...(isDiscreet ? { expected: rule.title } : {}),
          ...marks,
        })),
      ...(met === undefined ? {} : { met: masker.text(met) }),
    }
    const unread = findings.length === 0 ? firstOverLimit(exchanges) : undefined
    if (unread !== undefined)
      return { ...observed, verdict: 'inconclusive', reason: shortened(masker.text(unread)) }
    if (findings.length === 0) return { ...observed, verdict: 'passed' }
    if (again !== undefined && (await collect(rule, await again())).length === 0) {
      return {
        ...without,
        evidence,
        verdict: 'inconclusive',
        reason:
          'a difference that a further reading did not repeat: somebody else changed the person',
      }
    }
    return { ...observed, verdict: 'failed' }
  } catch (error) {
    if (error instanceof EvidenceUnavailableError) {
      return {
        ...without,
        verdict: error.verdict,
        reason: shortened(masker.text(error.message)),
        ...(error.isDeclared ? { isDeclared: true } : {}),
        ...obstacleIn(error, masker),
      }
    }
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const reason = `${rule.id}, ${where}, on ${sizeOf(subject)}: ${message}`
    return { ...without, verdict: 'errored', reason: shortened(masker.text(reason)) }
  }
}

/** What stood in the way, as the report names it: the origin is written as in the addresses of exchanges. */
export const obstacleIn = (
  { obstacle }: EvidenceUnavailableError,
  masker: Masker,
): Pick<Observation, 'obstacle'> => {
  if (obstacle === undefined) return {}
  if (!('origin' in obstacle)) return { obstacle }
  return { obstacle: { ...obstacle, origin: masker.url(obstacle.origin).replace(/\/$/, '') } }
}

const reasonFor = (unmet: string | Unmet): Pick<Observation, 'reason' | 'unmet'> =>
  typeof unmet === 'string' ? { reason: unmet } : { reason: unmet.text, unmet: unmet.code }

type Marks = Pick<ReportedFinding, 'byComparison'>

/** Each finding with whether it was found by comparing readings: those that are gone where the person never changed. */
const told = async <Subject>(
  rule: Rule<Subject>,
  subject: Subject,
  findings: readonly Finding[],
): Promise<readonly (readonly [Finding, Marks])[]> => {
  const unchanged = asIfUnchanged(subject)
  if (unchanged === undefined || findings.length === 0) {
    const marksOf = ({ byComparison = rule.comparesReadings }: Finding): Marks =>
      byComparison === true ? { byComparison } : {}
    return findings.map((finding) => [finding, marksOf(finding)])
  }
  const others = new Set((await collect(rule, unchanged)).map((finding) => JSON.stringify(finding)))
  return findings.map((finding) => [
    finding,
    others.has(JSON.stringify(finding)) ? {} : { byComparison: true },
  ])
}

/** The same evidence, had the person been before as they are after; undefined where it is no change. */
const asIfUnchanged = <Subject>(subject: Subject): Subject | undefined => {
  if (typeof subject !== 'object' || subject === null) return undefined
  if (!('before' in subject) || !('after' in subject)) return undefined
  const { after } = subject
  return { ...subject, before: Array.isArray(after) ? after[0] : after }
}

const unmetCondition = 'the rule’s condition does not hold for this person'

/** The level, where it is not the rule's own. */
const levelOf = <Subject>(rule: Rule<Subject>, subject: Subject): Pick<Observation, 'level'> => {
  const level = rule.levelFor?.(subject) ?? rule.level
  return level === rule.level ? {} : { level }
}

/** As many as anybody reads: a document of the target's may deviate at each of its places. */
const collect = async <Subject>(rule: Rule<Subject>, subject: Subject): Promise<Finding[]> => {
  const findings: Finding[] = []
  for await (const finding of rule.check(subject)) {
    if (findings.length === limits.findings) {
      const expected = 'no further deviation'
      return [...findings, { at: '', expected, actual: `more than ${limits.findings}` }]
    }
    findings.push(finding)
  }
  return findings
}

/** A sentence as it is shown, however long what the target wrote into it. */
const shortened = (text: string): string =>
  text.length > limits.sentence ? `${text.slice(0, limits.sentence)} [cut]` : text

const sizeOf = (subject: unknown): string => {
  const sizes = exchangesOf(subject).map(({ response }) => response.content.length)
  return `${sizes.reduce((sum, size) => sum + size, 0)} bytes in ${sizes.length} answers`
}

const report = ({ at, expected, actual }: Finding, masker: Masker): ReportedFinding => ({
  at: shortened(placeShown(at, masker, [expected, actual].some(isOfDocument))),
  expected: show(at, expected, masker),
  actual: show(at, actual, masker),
})

/** The rule's own words as they are; a value from the wire by the name of the place it stands at. */
const show = (at: string, shown: string | FromWire, masker: Masker): string => {
  if (typeof shown === 'string') return shortened(masker.text(shown))
  const value = shown.fromWire
  if (value === undefined) return 'absent'
  if (isOfDocument(shown)) return limited(masker.text(JSON.stringify(value)))
  const name = at.split('/').findLast((step) => !/^\d+$/.test(step)) ?? ''
  const masked = masker.named(name, value, at.startsWith('/') ? 'person' : 'open')
  return limited(typeof masked === 'string' && masked !== value ? masked : JSON.stringify(masked))
}

const limited = (text: string): string => (text.length > 500 ? `${text.slice(0, 500)} [cut]` : text)

const isOfDocument = (shown: string | FromWire): boolean =>
  typeof shown === 'object' && shown.isPublished === true

/** Of a pointer into a person what is written as a name is; names of a published document are public. */
const placeShown = (at: string, masker: Masker, isPublished: boolean): string =>
  at.startsWith('/') && !isPublished ? at.split('/').map(masker.name).join('/') : masker.text(at)

/** The exchanges that a subject is made of, in order. Many rules judge the same subject. */
const exchangesOf = (subject: unknown): readonly Exchange[] => {
  if (typeof subject !== 'object' || subject === null) return []
  const known = knownExchanges.get(subject)
  if (known !== undefined) return known
  const found = new Map<string, Exchange>()
  gatherExchanges(subject, found)
  const exchanges = [...found.values()]
  knownExchanges.set(subject, exchanges)
  return exchanges
}

const knownExchanges = new WeakMap<object, readonly Exchange[]>()

const gatherExchanges = (value: unknown, found: Map<string, Exchange>, depth = 0): void => {
  if (typeof value !== 'object' || value === null || depth > 4 || ArrayBuffer.isView(value)) return
  if ('id' in value && 'request' in value && 'response' in value)
    found.set(String(value.id), value as Exchange)
  else for (const inner of Object.values(value)) gatherExchanges(inner, found, depth + 1)
}
