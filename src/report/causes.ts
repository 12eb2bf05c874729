import { failingFindings } from './fingerprint.ts'
import type { ConformanceReport, RecordedExchange, RuleResult } from './model.ts'
import { causeOf, rulesWith } from './verdict.ts'

/** Failed MUST rules that one fault explains: the rule that says most about it, and those that it brings with it. */
export interface Cause {
  readonly lead: RuleResult
  readonly followers: readonly RuleResult[]
}

type Grouped = Pick<ConformanceReport, 'rules' | 'exchanges' | 'target' | 'known'>

/**
 * The failed MUST rules by cause, the one to look at first in front. Two rules have one cause where their evidence says
 * so: one follows from the other, both were given what must be refused, both failed on the same member, or on the same
 * write, refusal or signed answer. What an ordinary reading shows in two places is two faults.
 */
export const causesOf = (report: Grouped): readonly Cause[] => {
  const failed = rulesWith(report.rules, 'MUST', 'failed')
  const exchanges = new Map(report.exchanges.map((own) => [own.id, own]))
  const traces = failed.map((rule) => traceOf(rule, exchanges))
  return groupsOf(traces)
    .map(causeAmong)
    .toSorted((one, other) => rankOf(one, report) - rankOf(other, report))
}

/** What the evidence of one failed rule leads by to other rules. */
interface Trace {
  readonly rule: RuleResult
  readonly follows: string | undefined
  readonly exchanges: ReadonlySet<string>
  /** Those of its exchanges that show little else: a write, a refusal, an answer that is no person. */
  readonly telling: ReadonlySet<string>
  readonly members: readonly string[]
  readonly isAccepted: boolean
}

const traceOf = (rule: RuleResult, exchanges: ReadonlyMap<string, RecordedExchange>): Trace => {
  const failed = rule.observations.filter(({ verdict }) => verdict === 'failed')
  const ids = new Set(failed.flatMap(({ evidence }) => evidence))
  const own = [...ids].flatMap((id) => exchanges.get(id) ?? [])
  return {
    rule,
    follows: causeOf(rule),
    exchanges: ids,
    telling: new Set(own.filter(isTelling).map(({ id }) => id)),
    members: [...new Set(failed.flatMap(({ findings }) => findings.map(({ at }) => memberOf(at))))],
    isAccepted: mustRefuse.has(rule.id) && own.some(({ response }) => isSuccess(response.status)),
  }
}

const isTelling = ({ request, response }: RecordedExchange): boolean =>
  request.method === 'PATCH' || !isSuccess(response.status)

const isSuccess = (status: number): boolean => status >= 200 && status < 300

/** Who is let in with what proves nothing: one check that is not made is behind all of these. */
const mustRefuse: ReadonlySet<string> = new Set(
  ['001', '003', '004', '005', '006', '007', '008', '009', '010', '013'].map(
    (number) => `KRR-AUTH-${number}`,
  ),
)

/** `/digital_post/0/x` is `/digital_post/x`: the place in a list says nothing of the cause. */
const memberOf = (at: string): string =>
  at
    .split('/')
    .filter((part) => !/^\d+$/.test(part))
    .join('/')

const isOneCause = (one: Trace, other: Trace): boolean =>
  one.follows === other.rule.id ||
  other.follows === one.rule.id ||
  (one.isAccepted && other.isAccepted) ||
  one.members.some((member) => other.members.some((own) => isSameMember(member, own))) ||
  share(one.telling, other.telling) ||
  isOneChange(one, other) ||
  (one.rule.area === other.rule.area &&
    one.members.some((at) => at !== '' && other.members.includes(at))) ||
  (one.rule.area === 'JWS' && other.rule.area === 'JWS' && share(one.exchanges, other.exchanges))

/** That the language is not as it was found is what comes of any other fault of writing. */
const isOneChange = ({ rule: one }: Trace, { rule: other }: Trace): boolean =>
  one.area === 'PATCH' &&
  other.area === 'PATCH' &&
  (one.id === 'KRR-PATCH-014' || other.id === 'KRR-PATCH-014')

/** A member of the person, or one that holds it. */
const isSameMember = (one: string, other: string): boolean =>
  one.startsWith('/') &&
  other.startsWith('/') &&
  (one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)) &&
  one !== '/' &&
  other !== '/'

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((id) => other.has(id))

/** What leads to one another, over however many rules between. */
const groupsOf = (traces: readonly Trace[]): readonly (readonly Trace[])[] => {
  let groups: readonly (readonly Trace[])[] = []
  for (const trace of traces) {
    const joined = groups.filter((group) => group.some((own) => isOneCause(own, trace)))
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), trace]]
  }
  return groups
}

/** Rules that any fault of their kind trips: another rule says what it is. */
const general: ReadonlySet<string> = new Set([
  'KRR-SPEC-005',
  'KRR-SCOPE-006',
  'KRR-BODY-001',
  'KRR-NEG-003',
  'KRR-PATCH-014',
  'KRR-ERR-001',
])

const causeAmong = (group: readonly Trace[]): Cause => {
  const inOrder = group.toSorted((one, other) => weightOf(one) - weightOf(other))
  const [lead, ...followers] = inOrder.map(({ rule }) => rule)
  if (lead === undefined) throw new TypeError('a group of causes is never empty')
  return { lead, followers }
}

const weightOf = ({ rule, follows }: Trace): number =>
  (follows === undefined ? 0 : 100) + (general.has(rule.id) ? 50 : 0) + gravity.indexOf(rule.area)

/** Whose data and whose access comes before form. */
const gravity = [
  ...['AUTH', 'SCOPE', 'BODY', 'PATCH', 'JWS', 'ERR', 'HTTP', 'NEG', 'TLS', 'OP', 'SPEC'],
] as readonly RuleResult['area'][]

/** What nobody knows comes first, then the gravest. */
const rankOf = ({ lead, followers }: Cause, { known, target }: Grouped): number => {
  const covered = new Set((known?.covered ?? []).map(({ fingerprint }) => fingerprint))
  const isKnown =
    covered.size > 0 &&
    failingFindings({ target, rules: [] }, [lead, ...followers]).every((own) =>
      covered.has(own.fingerprint),
    )
  return (isKnown ? 1_000 : 0) + (general.has(lead.id) ? 50 : 0) + gravity.indexOf(lead.area)
}
