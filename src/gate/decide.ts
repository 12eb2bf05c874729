import { failingFindings } from '../report/fingerprint.ts'
import { recentRuns } from '../report/flakes.ts'
import { setAsideSentences } from '../report/verdict-sentence.ts'
import type { DecidedOn, Decision, GateInput, SideEvidence, Waiver } from './decision.ts'
import { type FlakyMatch, matchFlaky } from './flaky/known-flaky.ts'
import { matchKnown } from './known/known-deviations.ts'
import { comparePair } from './pair/pair.ts'
import type { GatePolicy } from './policy/policy.ts'
import { answerOf, byDecisiveness } from './reason.ts'
import { reportReasons, targetReasons } from './reasons/on-evidence.ts'
import { matrixReasons } from './reasons/on-matrix.ts'
import { unsettledReasons } from './reasons/on-rules.ts'
import { pairReasons } from './reasons/pair-reasons.ts'

/**
 * Whether a service may switch: from reports, policy, known deviations, figures and the time, and nothing else. All
 * reasons are told. A worse report never turns the answer to yes; the one that looks so is a known deviation that
 * comes back, after its entry was found idle.
 */
export const decide = (input: GateInput): Decision => {
  const { from, to, policy } = input
  const pair =
    from.report === undefined || to.report === undefined
      ? undefined
      : comparePair(from.report, to.report, policy)
  const reasons = [
    ...reportReasons('to', input),
    ...targetReasons(input),
    ...unsettledReasons('to', input),
    ...matrixReasons(input),
    ...reportReasons('from', input),
    ...unsettledReasons('from', input),
    ...(pair === undefined ? [] : pairReasons(pair, to.environment)),
  ].toSorted(byDecisiveness)
  const waivers = waiversOf(input)
  return {
    schemaVersion: 1,
    id: `${input.now.toISOString().slice(0, 23).replaceAll(/[:.]/g, '-')}-${from.environment}-${to.environment}`,
    decidedAt: input.now.toISOString(),
    answer: answerOf(reasons),
    from: decidedOn(from),
    to: decidedOn(to),
    reasons,
    waivers,
    remarks: remarksOf(input),
    titles: titlesOf(input, [
      ...reasons.flatMap(({ rules = [] }) => rules),
      ...waivers.map(({ of }) => of),
    ]),
    ...(pair === undefined ? {} : { pair }),
    policy,
    harnessVersion: input.harnessVersion,
  }
}

const decidedOn = ({
  environment,
  path,
  page,
  report,
  verification,
  manifestSha256,
}: SideEvidence): DecidedOn => {
  const thumbprint = verification?.manifest?.thumbprint
  return {
    environment,
    ...(path === undefined ? {} : { path }),
    ...(page === undefined ? {} : { page }),
    ...(report === undefined
      ? {}
      : {
          run: report.run.id,
          finishedAt: report.run.finishedAt,
          verdict: report.verdict,
          harnessVersion: report.run.harnessVersion,
        }),
    ...(manifestSha256 === undefined ? {} : { manifestSha256 }),
    ...(thumbprint === undefined ? {} : { thumbprint }),
  }
}

/** What `known-deviations.yaml` and `known-flaky.yaml` excuse: it is said as loudly as what they do not. */
const waiversOf = ({ to, known, flaky, now }: GateInput): readonly Waiver[] => {
  const { report, environment } = to
  if (report === undefined) return []
  const deviations = matchKnown(report, known, now, failingFindings(report)).covered
  const flakes = matchFlaky(report, flaky, now).covered
  return [
    ...new Map(
      deviations.map(({ by }) => [by, { kind: 'deviation' as const, of: by.rule, by }]),
    ).values(),
    ...flakes.map(({ flake: { label, trouble }, by }) => ({
      kind: 'flake' as const,
      of: label,
      trouble,
      by,
    })),
  ].map(({ by: { reason, owner, link, expires }, ...own }) => ({
    ...own,
    ...{ environment, reason, owner, link, expires },
  }))
}

/** Titles of rules by id, as either report has them. */
const titlesOf = (
  { from, to }: GateInput,
  ids: readonly string[],
): Readonly<Record<string, string>> => {
  const rules = [...(from.report?.rules ?? []), ...(to.report?.rules ?? [])]
  return Object.fromEntries(
    rules.filter(({ id }) => ids.includes(id)).map(({ id, title }) => [id, title]),
  )
}

/** What was accepted beside waivers, and what to know. */
const remarksOf = ({ from, to, policy, flaky, now }: GateInput): readonly string[] => {
  if (to.report === undefined) return []
  const { known: _, ...report } = to.report
  return [
    ...setAsideSentences(report),
    ...flakeRemarks(matchFlaky(to.report, flaky, now), policy, to.environment),
    ...(from.report?.verdict === 'deviating' || from.report?.verdict === 'deviating (known)'
      ? [
          `${from.environment} itself deviates from the contract: what works there may rely on that.`,
        ]
      : []),
    ...(policy.signature === 'required' ? [] : [`The policy says signature: ${policy.signature}.`]),
    ...(policy.matrix === 'required' ? [] : ['The policy does not ask for the defect matrix.']),
  ]
}

const flakeRemarks = (
  { uncovered, quiet }: FlakyMatch,
  { flakes }: GatePolicy,
  environment: string,
): readonly string[] => [
  ...quiet.map(({ request, by, isIdle }) =>
    isIdle
      ? `known-flaky.yaml:${by.line}: ${request} came at once this time and in the ${recentRuns} full runs before: remove it.`
      : `known-flaky.yaml:${by.line}: ${request} came at once this time; if it stays so, remove it.`,
  ),
  ...(flakes === 'known'
    ? []
    : uncovered.map(
        ({ label, trouble }) =>
          `Tolerated by the policy in ${environment}: ${label} failed at first (${trouble}).`,
      )),
]
