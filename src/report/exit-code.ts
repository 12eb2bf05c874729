import type { ConformanceReport } from './model.ts'
import { rulesWith, unsettledMusts } from './verdict.ts'

/** What the process says to a pipeline (product interface, part 3). */
export const exitCodes = {
  conformant: 0,
  deviating: 1,
  usage: 2,
  inconclusive: 3,
  broken: 4,
  notRestored: 5,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const worstFirst = [
  exitCodes.notRestored,
  exitCodes.broken,
  exitCodes.usage,
  exitCodes.deviating,
  exitCodes.inconclusive,
  exitCodes.conformant,
] as const

/**
 * The exit code of one environment's report. A partial run is never a pass for a gate, yet it exits 0
 * where what was selected passed, and 3 where it judged nothing at all.
 */
export const reportExitCode = (report: ConformanceReport): ExitCode => {
  if (report.register.restored === false) return exitCodes.notRestored
  if (harnessBroke(report)) return exitCodes.broken
  switch (report.verdict) {
    case 'conformant':
    case 'deviating (known)':
      return knownExitCode(report)
    case 'deviating':
      return exitCodes.deviating
    case 'inconclusive':
      return (report.known?.problems ?? []).length > 0
        ? exitCodes.deviating
        : exitCodes.inconclusive
    case 'partial':
      return partialExitCode(report)
    default:
      return report.verdict satisfies never
  }
}

/**
 * The one exit code of a run over several environments: the worst in the order 5, 4, 2, 1, 3, 0. An
 * environment that could not be begun for its configuration counts as `exitCodes.usage`, one whose run
 * died without a report as `exitCodes.broken`. No environment at all is a broken run, not a green one.
 */
export const worstExitCode = (codes: readonly ExitCode[]): ExitCode =>
  worstFirst.find((code) => codes.includes(code)) ?? exitCodes.broken

/** An entry of known-deviations.yaml to be mended fails a run; what else could not be judged stays so. */
const knownExitCode = ({ rules, known }: ConformanceReport): ExitCode => {
  if (known !== undefined && known.problems.length > 0) return exitCodes.deviating
  return unsettledMusts(rules).length > 0 ? exitCodes.inconclusive : exitCodes.conformant
}

const harnessBroke = ({ rules }: ConformanceReport): boolean =>
  rules.some((rule) => rule.observations.some(({ verdict }) => verdict === 'errored'))

const partialExitCode = ({ rules, run }: ConformanceReport): ExitCode => {
  if (rulesWith(rules, 'MUST', 'failed').length > 0) return exitCodes.deviating
  if (run.interrupted === true) return exitCodes.inconclusive
  if (rulesWith(rules, 'MUST', 'inconclusive').length > 0) return exitCodes.inconclusive
  const isJudged = rules.some(({ verdict }) => verdict === 'passed' || verdict === 'failed')
  return isJudged ? exitCodes.conformant : exitCodes.inconclusive
}
