import { countRules } from './counts.ts'
import { flakeSentences } from './flakes.ts'
import type { ConformanceReport, RegisterReport, RuleResult } from './model.ts'
import { areasWithoutPass, setAside, unsettledMusts } from './verdict.ts'

/** The verdict in one sentence that can be read aloud in a release meeting. */
export const verdictSentence = (report: ConformanceReport): string => {
  const subject = `Environment ${report.target.environment}`
  const { byLevel } = countRules(report.rules)
  switch (report.verdict) {
    case 'conformant': {
      const gone = toBeSeenTo(report)
      return `${subject} conforms: ${counted(byLevel.MUST.passed, 'MUST rule')} passed, none failed${gone === undefined ? '' : `, but ${gone}`}.`
    }
    case 'deviating':
      return `${subject} deviates from the contract: ${failures(report)}.`
    case 'deviating (known)':
      return `${subject} deviates from the contract, only in what is known and has not expired: ${failures(report)}.`
    case 'inconclusive':
      return `${subject} could not be judged: no failure was found, but ${gaps(report)}.`
    case 'partial':
      return `${subject} was judged in part${report.run.interrupted === true ? ', for the run was interrupted' : ''}: ${partly(report)}. No gate accepts a partial run.`
    default:
      return report.verdict satisfies never
  }
}

/**
 * The verdict as a headline: it agrees with the exit code, which is 1 where an entry of known-deviations.yaml has expired or
 * names what is gone, whatever was judged.
 */
export const verdictWords = (report: ConformanceReport): string => {
  if (report.run.interrupted === true) return `${report.verdict}, interrupted`
  const gone = report.verdict === 'deviating' ? undefined : toBeSeenTo(report)
  return gone === undefined ? report.verdict : `${report.verdict}, but ${gone} (exit 1)`
}

const toBeSeenTo = ({ known, verdict }: ConformanceReport): string | undefined => {
  if ((known?.problems ?? []).length === 0) return undefined
  return verdict === 'conformant'
    ? 'known-deviations.yaml lists what is gone'
    : 'known-deviations.yaml must be put right'
}

/**
 * What matters more than the verdict: the register was not put back, the test user is not who was meant, the harness
 * itself broke, or a known deviation must be seen to.
 */
export const alarmSentences = (report: ConformanceReport): readonly string[] => {
  const { rules, register, known } = report
  const broken = rules.filter((rule) => rule.observations.some((own) => own.verdict === 'errored'))
  return [
    ...(register.restored === false ? [registerSentence(register)] : []),
    ...testUserSentences(report),
    ...(broken.length === 0 ? [] : [`The harness itself broke in ${someOf(broken)}.`]),
    ...(known?.problems ?? []).map((problem) => `${problem}.`),
  ]
}

/** Who is gone, or has lost what `EXPECT` names, is judged in vain: each other rule is about somebody else. */
const testUserSentences = (report: ConformanceReport): readonly string[] => {
  const { rules, target, run } = report
  const key = `KRR_${target.environment.toUpperCase().replaceAll('-', '_')}_EXPECT`
  const isGone = rules.some(({ id, verdict }) => id === 'KRR-SCOPE-013' && verdict === 'failed')
  if (isGone)
    return [
      `The test user is gone or was reset (KRR-SCOPE-013): choose another one, or name in ${key} what this one has.`,
    ]
  const lost = run.selection === 'full' ? expectedAndNeverSeen(report) : []
  return lost.length === 0
    ? []
    : [
        `No combination of scopes shows ${lost.join(', ')}, which ${key} names: the test user is gone or was reset, or the API withholds it.`,
      ]
}

/** The members that some combination must show and none did. */
const expectedAndNeverSeen = ({ picture = [] }: ConformanceReport): readonly string[] => {
  const required = picture.flatMap(({ members }) =>
    members.filter(({ expected }) => expected === 'required'),
  )
  const seen = new Set(required.filter(({ came }) => came).map(({ name }) => name))
  const names = new Set(required.map(({ name }) => name))
  return [...names].filter((name) => !seen.has(name) && ofTheTestUser.has(name))
}

const ofTheTestUser: ReadonlySet<string> = new Set([
  'kontaktinformasjon/epostadresse',
  'kontaktinformasjon/mobiltelefonnummer',
  'digital_post',
  'sertifikat',
])

/** `23 Nov 2026, 02:00 UTC`; what is no time stays as it is. */
export const readableTime = (time: string): string => {
  const [, year, month, day, clock] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(time) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? time : `${Number(day)} ${name} ${year}, ${clock} UTC`
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Since when a rule fails, as far as runs are remembered; undefined where none is. */
export const failingSince = (
  { failedBefore }: Pick<ConformanceReport, 'failedBefore'>,
  id: string,
): string | undefined => {
  if (failedBefore === undefined) return undefined
  const before = failedBefore.rules.find((rule) => rule.id === id)
  if (before === undefined) return 'new: the run before did not fail it'
  const all = before.runs === failedBefore.runs ? ', the first that is remembered' : ''
  return `fails since ${readableTime(before.since)}${all}, ${counted(before.runs, 'run')} before this one`
}

/** So many rules are named in a sentence. */
const mostNamed = 10

/** Rules by id, and how many more there are where they are many. */
export const someOf = (rules: readonly Pick<RuleResult, 'id'>[]): string => {
  const ids = rules.slice(0, mostNamed).map(({ id }) => id)
  const more = rules.length - ids.length
  return more > 0 ? `${ids.join(', ')} and ${more} more` : ids.join(', ')
}

/** What the verdict says nothing of: a sentence for each reason, the ids named. */
export const setAsideSentences = ({
  rules,
  run,
  known,
  target,
}: ConformanceReport): readonly string[] => {
  const { notExercised, notApplicable, inPart } = setAside(rules)
  return [
    ...(run.selection === 'partial' ? [] : named(notExercised, 'not exercised', 'not-exercised')),
    ...named(inPart, 'only partly checked', 'not-exercised'),
    ...declaredSentence(notApplicable, target.scopes),
    ...named(notApplicable.filter(isNotDeclared), 'not applicable', 'not-applicable'),
    ...knownSentences(known),
  ]
}

/** Whether scopes that the client has leave a rule without anything to judge. */
const isNotDeclared = ({ observations }: RuleResult): boolean =>
  !observations.some(({ isDeclared }) => isDeclared === true)

const declaredSentence = (
  rules: readonly RuleResult[],
  scopes: readonly string[] = [],
): readonly string[] => {
  const declared = rules.filter((rule) => !isNotDeclared(rule))
  if (declared.length === 0) return []
  const ids = declared.map(({ id }) => id).join(', ')
  return [
    `${counted(declared.length, 'MUST rule')} not applicable by declaration (the client is registered for ${scopes.join(', ')} alone): ${ids}.`,
  ]
}

const knownSentences = (known: ConformanceReport['known']): readonly string[] => {
  const covered = (known?.covered ?? []).map(
    ({ rule, expires, owner, link }) => `${rule} until ${expires} (${owner}, ${link})`,
  )
  return covered.length === 0 ? [] : [`Known: ${[...new Set(covered)].join('; ')}.`]
}

/** All that stands right beside the verdict, the gravest first. */
export const remarks = (report: ConformanceReport): readonly string[] => [
  ...alarmSentences(report),
  ...report.trouble,
  ...flakeSentences(report),
  ...setAsideSentences(report),
  ...(report.register.restored === false ? [] : [registerSentence(report.register)]),
]

/** What nothing of ours puts back somebody else has to. */
const afterLasting =
  'Set that right by other means, or reset the test user, before the next run: it takes what it finds for the person as they are.'

/** What became of the person's language, in a sentence. */
export const registerSentence = (register: RegisterReport): string => {
  const { found, left, restored, lasting, trouble } = register
  if (lasting !== undefined && left === found) {
    return `The person was NOT left as found: ${lasting}. The language is: ${left ?? 'unset'}. ${afterLasting}`
  }
  const reasons = [trouble, lasting].filter((reason) => reason !== undefined)
  const because = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`
  if (restored === false)
    return `The language was NOT put back: found ${found || 'unset'}, left ${left === '' ? 'unset' : (left ?? 'unknown')}${because}.${lasting === undefined ? '' : ` ${afterLasting}`}`
  if (restored === undefined) return `Nothing was written to the register${because}.`
  return `The language is as it was found: ${left || found || 'unset'}${because}.`
}

/** `1 rule`, `2 rules`. */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

const failures = ({ rules }: ConformanceReport): string => {
  const { byLevel, failures } = countRules(rules)
  const bases = [
    [failures.promised, 'Digdir documents'],
    [failures.standard, 'a standard demands'],
    [failures.assumed, 'nobody states'],
  ] as const
  const met = bases.filter(([number]) => number > 0)
  const split =
    met.length === 1
      ? met.map(([number, basis]) => `${basis} ${number === 1 ? 'it' : 'them'}`)
      : met.map(([number, basis]) => `${basis} ${number}`)
  return `${counted(byLevel.MUST.failed, 'MUST rule')} failed (${split.join(', ')})`
}

const gaps = (report: ConformanceReport): string => {
  const unsettled = unsettledMusts(report.rules).length
  const areas = areasWithoutPass(report)
  return [
    ...(unsettled === 0 ? [] : [`${counted(unsettled, 'MUST rule')} could not be judged`]),
    ...(areas.length === 0
      ? []
      : [`no MUST rule passed in ${areas.join(', ')}${whyNoPatch(report, areas)}`]),
  ].join(', and ')
}

/** Why nothing was written though it was allowed: the reason names the setting that would change it. */
const whyNoPatch = ({ rules }: ConformanceReport, areas: readonly string[]): string => {
  if (!areas.includes('PATCH')) return ''
  const reasons = rules.flatMap(({ area, level, observations }) =>
    area === 'PATCH' && level === 'MUST' ? observations.flatMap(({ reason }) => reason ?? []) : [],
  )
  return reasons[0] === undefined ? '' : ` (${reasons[0]})`
}

const partly = (report: ConformanceReport): string => {
  const { MUST, SHOULD, INFO } = countRules(report.rules).byLevel
  const passed = `${counted(MUST.passed + SHOULD.passed + INFO.passed, 'rule')} passed`
  const unsettled = unsettledMusts(report.rules).length
  return [
    passed,
    MUST.failed === 0 ? 'no MUST rule failed' : failures(report),
    ...(unsettled === 0 ? [] : [`${counted(unsettled, 'MUST rule')} could not be judged`]),
  ].join(', ')
}

const named = (
  rules: readonly RuleResult[],
  how: string,
  verdict: 'not-exercised' | 'not-applicable',
): readonly string[] => {
  const byReason = new Map<string, RuleResult[]>()
  for (const rule of rules) {
    const own = rule.observations.filter((observation) => observation.verdict === verdict)
    const reason = [...new Set(own.map((observation) => observation.reason ?? 'no reason given'))]
    const text = withoutLikes(reason).join(' | ')
    byReason.set(text, [...(byReason.get(text) ?? []), rule])
  }
  return [...byReason].map(
    ([reason, own]) =>
      `${counted(own.length, 'MUST rule')} ${how} (${reason}): ${own.map(({ id }) => id).join(', ')}.`,
  )
}

/** Reasons that say the same of several keys, as `no test user in this state: KEY is not set`, are told by the first. */
const withoutLikes = (reasons: readonly string[]): readonly string[] => {
  const leadOf = (reason: string) => reason.split(': ')[0]
  return reasons.flatMap((reason) => {
    const alike = reasons.filter((other) => leadOf(other) === leadOf(reason))
    if (alike.length < 3) return [reason]
    return alike[0] === reason ? [`${reason}, and ${alike.length - 1} more like it`] : []
  })
}
