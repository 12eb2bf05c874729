import { countRules } from './counts.ts'
import { flakeSentences } from './flakes.ts'
import type { ConformanceReport, RegisterReport, RuleResult } from './model.ts'
import { areasWithoutPass, setAside, unsettledMusts } from './verdict.ts'
import type { Language } from './words/language.ts'
import { type Sentences, sentencesIn } from './words/sentences.ts'

/** The verdict in one sentence that can be read aloud in a release meeting. */
export const verdictSentence = (report: ConformanceReport, language: Language = 'en'): string => {
  const words = sentencesIn(language)
  const { environment } = report.target
  const { byLevel } = countRules(report.rules)
  switch (report.verdict) {
    case 'conformant': {
      const gone = toBeSeenTo(report, words)
      const but = gone === undefined ? '' : words.but(gone)
      return words.conforms(environment, byLevel.MUST.passed, but)
    }
    case 'deviating':
      return words.deviates(environment, failures(report, words))
    case 'deviating (known)':
      return words.deviatesAsKnown(environment, failures(report, words))
    case 'inconclusive':
      return words.notJudged(environment, gaps(report, words))
    case 'partial':
      return words.inPart(environment, report.run.interrupted === true, partly(report, words))
    default:
      return report.verdict satisfies never
  }
}

/**
 * The verdict as a headline: it agrees with the exit code, which is 1 where an entry of known-deviations.yaml has expired or
 * names what is gone, whatever was judged.
 */
export const verdictWords = (report: ConformanceReport, language: Language = 'en'): string => {
  const words = sentencesIn(language)
  const verdict = words.environmentVerdicts[report.verdict]
  if (report.run.interrupted === true) return `${verdict}, ${words.interrupted}`
  const gone = report.verdict === 'deviating' ? undefined : toBeSeenTo(report, words)
  return gone === undefined ? verdict : `${verdict}${words.but(gone)} (exit 1)`
}

const toBeSeenTo = (
  { known, verdict }: ConformanceReport,
  words: Sentences,
): string | undefined => {
  if ((known?.problems ?? []).length === 0) return undefined
  return verdict === 'conformant' ? words.listsWhatIsGone : words.mustBePutRight
}

/**
 * What matters more than the verdict: the register was not put back, the test user is not who was meant, the harness
 * itself broke, or a known deviation must be seen to.
 */
export const alarmSentences = (
  report: ConformanceReport,
  language: Language = 'en',
): readonly string[] => {
  const words = sentencesIn(language)
  const { rules, register, known } = report
  const broken = rules.filter((rule) => rule.observations.some((own) => own.verdict === 'errored'))
  return [
    ...(register.restored === false ? [registerSentence(register, language)] : []),
    ...testUserSentences(report, words),
    ...(broken.length === 0 ? [] : [words.harnessBroke(someOf(broken, language))]),
    ...(known?.problems ?? []).map((problem) => `${problem}.`),
  ]
}

/** Who is gone, or has lost what `EXPECT` names, is judged in vain: each other rule is about somebody else. */
const testUserSentences = (report: ConformanceReport, words: Sentences): readonly string[] => {
  const { rules, target, run } = report
  const key = `KRR_${target.environment.toUpperCase().replaceAll('-', '_')}_EXPECT`
  const isGone = rules.some(({ id, verdict }) => id === 'KRR-SCOPE-013' && verdict === 'failed')
  if (isGone) return [words.userGone(key)]
  const lost = run.selection === 'full' ? expectedAndNeverSeen(report) : []
  return lost.length === 0 ? [] : [words.neverShown(lost.join(', '), key)]
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
export const readableTime = (time: string, language: Language = 'en'): string => {
  const [, year, month, day, clock] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(time) ?? []
  const name = sentencesIn(language).months.split(' ')[Number(month) - 1]
  if (name === undefined) return time
  return `${Number(day)}${language === 'nb' ? '.' : ''} ${name} ${year}, ${clock} UTC`
}

/** Since when a rule fails, as far as runs are remembered; undefined where none is. */
export const failingSince = (
  { failedBefore }: Pick<ConformanceReport, 'failedBefore'>,
  id: string,
  language: Language = 'en',
): string | undefined => {
  if (failedBefore === undefined) return undefined
  const words = sentencesIn(language)
  const before = failedBefore.rules.find((rule) => rule.id === id)
  if (before === undefined) return words.isNew
  const isFirst = before.runs === failedBefore.runs
  return words.failsSince(readableTime(before.since, language), isFirst, before.runs)
}

/** So many rules are named in a sentence. */
const mostNamed = 10

/** Rules by id, and how many more there are where they are many. */
export const someOf = (
  rules: readonly Pick<RuleResult, 'id'>[],
  language: Language = 'en',
): string => {
  const ids = rules.slice(0, mostNamed).map(({ id }) => id)
  const more = rules.length - ids.length
  return more > 0 ? `${ids.join(', ')} ${sentencesIn(language).andMore(more)}` : ids.join(', ')
}

/** What the verdict says nothing of: a sentence for each reason, the ids named. */
export const setAsideSentences = (
  { rules, run, known, target }: ConformanceReport,
  language: Language = 'en',
): readonly string[] => {
  const words = sentencesIn(language)
  const { notExercised, notApplicable, inPart } = setAside(rules)
  return [
    ...(run.selection === 'partial'
      ? []
      : named(notExercised, 'not exercised', 'not-exercised', words)),
    ...named(inPart, 'only partly checked', 'not-exercised', words),
    ...declaredSentence(notApplicable, words, target.scopes),
    ...named(notApplicable.filter(isNotDeclared), 'not applicable', 'not-applicable', words),
    ...knownSentences(known, words),
  ]
}

/** Whether scopes that the client has leave a rule without anything to judge. */
const isNotDeclared = ({ observations }: RuleResult): boolean =>
  !observations.some(({ isDeclared }) => isDeclared === true)

const declaredSentence = (
  rules: readonly RuleResult[],
  words: Sentences,
  scopes: readonly string[] = [],
): readonly string[] => {
  const declared = rules.filter((rule) => !isNotDeclared(rule))
  if (declared.length === 0) return []
  const ids = declared.map(({ id }) => id).join(', ')
  return [`${words.declared(declared.length, scopes.join(', '))}: ${ids}.`]
}

const knownSentences = (known: ConformanceReport['known'], words: Sentences): readonly string[] => {
  const covered = (known?.covered ?? []).map(({ rule, expires, owner, link }) =>
    words.knownUntil(rule, expires, `${owner}, ${link}`),
  )
  return covered.length === 0 ? [] : [`${words.known}: ${[...new Set(covered)].join('; ')}.`]
}

/** All that stands right beside the verdict, the gravest first. */
export const remarks = (
  report: ConformanceReport,
  language: Language = 'en',
): readonly string[] => [
  ...alarmSentences(report, language),
  ...report.trouble,
  ...flakeSentences(report, language),
  ...setAsideSentences(report, language),
  ...(report.register.restored === false ? [] : [registerSentence(report.register, language)]),
]

/** What became of the person's language, in a sentence. */
export const registerSentence = (register: RegisterReport, language: Language = 'en'): string => {
  const words = sentencesIn(language)
  const { found, left, restored, lasting, trouble } = register
  if (lasting !== undefined && left === found)
    return words.notLeftAsFound(lasting, left ?? words.unset)
  const reasons = [trouble, lasting].filter((reason) => reason !== undefined)
  const because = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`
  if (restored === false) {
    const now = left === '' ? words.unset : (left ?? words.unknownLanguage)
    return words.notPutBack(found || words.unset, now, because, lasting !== undefined)
  }
  return restored === undefined
    ? words.nothingWritten(because)
    : words.asFound(left || found || words.unset, because)
}

/** `1 rule`, `2 rules`. */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

const failures = ({ rules }: ConformanceReport, words: Sentences): string => {
  const { byLevel, failures } = countRules(rules)
  const bases = [
    [failures.promised, words.documents],
    [failures.standard, words.demands],
    [failures.assumed, words.states],
  ] as const
  const met = bases.filter(([number]) => number > 0)
  const split = met.map(([number, basis]) =>
    basis(met.length === 1 ? undefined : number, words.it(number)),
  )
  return words.mustsFailed(byLevel.MUST.failed, split.join(', '))
}

const gaps = (report: ConformanceReport, words: Sentences): string => {
  const unsettled = unsettledMusts(report.rules).length
  const areas = areasWithoutPass(report)
  return [
    ...(unsettled === 0 ? [] : [words.mustsNotJudged(unsettled)]),
    ...(areas.length === 0
      ? []
      : [`${words.nonePassedIn(areas.join(', '))}${whyNoPatch(report, areas)}`]),
  ].join(words.and)
}

/** Why nothing was written though it was allowed: the reason names the setting that would change it. */
const whyNoPatch = ({ rules }: ConformanceReport, areas: readonly string[]): string => {
  if (!areas.includes('PATCH')) return ''
  const reasons = rules.flatMap(({ area, level, observations }) =>
    area === 'PATCH' && level === 'MUST' ? observations.flatMap(({ reason }) => reason ?? []) : [],
  )
  return reasons[0] === undefined ? '' : ` (${reasons[0]})`
}

const partly = (report: ConformanceReport, words: Sentences): string => {
  const { MUST, SHOULD, INFO } = countRules(report.rules).byLevel
  const unsettled = unsettledMusts(report.rules).length
  return [
    words.rulesPassed(MUST.passed + SHOULD.passed + INFO.passed),
    MUST.failed === 0 ? words.noMustFailed : failures(report, words),
    ...(unsettled === 0 ? [] : [words.mustsNotJudged(unsettled)]),
  ].join(', ')
}

const named = (
  rules: readonly RuleResult[],
  how: Parameters<Sentences['mustsSetAside']>[1],
  verdict: 'not-exercised' | 'not-applicable',
  words: Sentences,
): readonly string[] => {
  const byReason = new Map<string, RuleResult[]>()
  for (const rule of rules) {
    const own = rule.observations.filter((observation) => observation.verdict === verdict)
    const reason = [...new Set(own.map((observation) => observation.reason ?? words.noReason))]
    const text = withoutLikes(reason, words).join(' | ')
    byReason.set(text, [...(byReason.get(text) ?? []), rule])
  }
  return [...byReason].map(
    ([reason, own]) =>
      `${words.mustsSetAside(own.length, how)} (${reason}): ${own.map(({ id }) => id).join(', ')}.`,
  )
}

/** Reasons that say the same of several keys, as `no test user in this state: KEY is not set`, are told by the first. */
const withoutLikes = (reasons: readonly string[], words: Sentences): readonly string[] => {
  const leadOf = (reason: string) => reason.split(': ')[0]
  return reasons.flatMap((reason) => {
    const alike = reasons.filter((other) => leadOf(other) === leadOf(reason))
    if (alike.length < 3) return [reason]
    return alike[0] === reason ? [`${reason}, ${words.moreLikeIt(alike.length - 1)}`] : []
  })
}
