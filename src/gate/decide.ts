import { failingFindings } from '../report/fingerprint.ts'
import { recentRuns } from '../report/flakes.ts'
import { setAsideSentences } from '../report/verdict-sentence.ts'
import type { DecidedOn, Decision, GateInput, SideEvidence } from './decision.ts'
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
  return {
    schemaVersion: 1,
    id: `${input.now.toISOString().slice(0, 23).replaceAll(/[:.]/g, '-')}-${from.environment}-${to.environment}`,
    decidedAt: input.now.toISOString(),
    answer: answerOf(reasons),
    from: decidedOn(from),
    to: decidedOn(to),
    reasons,
    remarks: remarksOf(input),
    ...(pair === undefined ? {} : { pair }),
    policy,
    harnessVersion: input.harnessVersion,
  }
}

const decidedOn = ({
  environment,
  path,
  report,
  verification,
  manifestSha256,
}: SideEvidence): DecidedOn => {
  const thumbprint = verification?.manifest?.thumbprint
  return {
    environment,
    ...(path === undefined ? {} : { path }),
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

/** What was accepted: it is said as loudly as what was not. */
const remarksOf = ({ from, to, policy, known, flaky, now }: GateInput): readonly string[] => {
  if (to.report === undefined) return []
  const { covered } = matchKnown(to.report, known, now, failingFindings(to.report))
  const deviations = covered.map(
    ({ by }) =>
      `Known in ${to.environment}: ${by.rule} until ${by.expires} (${by.owner}, ${by.link}).`,
  )
  const { known: _, ...report } = to.report
  return [
    ...new Set(deviations),
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
  { covered, uncovered, quiet }: FlakyMatch,
  { flakes }: GatePolicy,
  environment: string,
): readonly string[] => [
  ...covered.map(
    ({ flake, by }) =>
      `Known to be flaky in ${environment}: ${flake.label} (${flake.trouble}), until ${by.expires} (${by.owner}, ${by.link}).`,
  ),
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
