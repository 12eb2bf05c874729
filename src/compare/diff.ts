import type { ConformanceReport } from '../report/model.ts'
import { behaviourDifferences, behaviourOf } from './behaviour.ts'
import { compareDocuments, documentDifferences } from './documents.ts'
import { latencyDifferences, latencyPairs } from './latency.ts'
import type { ComparedRun, Comparison } from './model.ts'
import { ruleDifferences } from './rule-differences.ts'

/**
 * What differs between two runs, of one environment at two times or of two environments: rules, and the behaviour that
 * their exchanges show. Two runs of an unchanged server differ in nothing.
 */
export const diff = (from: ConformanceReport, to: ConformanceReport): Comparison => {
  const [before, after] = [behaviourOf(from), behaviourOf(to)]
  const latency = latencyPairs(before.latencies, after.latencies)
  const rules = ruleDifferences(from, to)
  const behaviour = [...behaviourDifferences(before, after), ...latencyDifferences(latency)]
  const document = compareDocuments(from, to)
  const differing = new Set(rules.map(({ id }) => id))
  return {
    schemaVersion: 1,
    from: comparedRun(from),
    to: comparedRun(to),
    same:
      rules.length === 0 && behaviour.length === 0 && documentDifferences(document).length === 0,
    remarks: remarks(from, to),
    rules: {
      differences: rules,
      unchanged: to.rules.map(({ id }) => id).filter((id) => !differing.has(id)),
    },
    behaviour: {
      differences: behaviour,
      compared: [...before.answers.keys()].filter((label) => after.answers.has(label)).length,
    },
    document,
    latency,
  }
}

const comparedRun = ({ target, run, verdict, contract }: ConformanceReport): ComparedRun => ({
  environment: target.environment,
  run: run.id,
  startedAt: run.startedAt,
  verdict,
  selection: run.selection,
  harnessVersion: run.harnessVersion,
  ruleSet: run.ruleSet,
  contract: contract.sha256,
})

/** What a reader must know before he believes the rest. */
const remarks = (from: ConformanceReport, to: ConformanceReport): readonly string[] => {
  const sides = [
    ['first', from],
    ['second', to],
  ] as const
  return [
    ...sides.flatMap(([which, { run }]) =>
      run.selection === 'partial'
        ? [`The ${which} run was partial: it judged selected rules only.`]
        : [],
    ),
    ...(from.contract.sha256 === to.contract.sha256
      ? []
      : ['The two runs judged by different documents of the contract.']),
    ...(from.run.ruleSet === to.run.ruleSet
      ? []
      : [
          `The two runs judged by different sets of rules: ${from.run.ruleSet} and ${to.run.ruleSet}.`,
        ]),
    ...(from.run.harnessVersion === to.run.harnessVersion
      ? []
      : [
          `Different versions of the harness made the two reports (${from.run.harnessVersion} and ` +
            `${to.run.harnessVersion}): what it asks may have changed.`,
        ]),
  ]
}
