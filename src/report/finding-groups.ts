import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import type { ConformanceReport, Observation, ReportedFinding, RuleResult } from './model.ts'

/** One finding with every place in which it was found: a fault shows in many at once. */
export interface FindingGroup {
  readonly finding: ReportedFinding
  readonly places: readonly (Pick<Observation, 'where' | 'name' | 'evidence'> & {
    /** What `known-deviations.yaml` names it by. */
    readonly fingerprint?: Fingerprint
  })[]
}

/** What was found of a rule, each difference once. */
export const findingGroups = (
  { id, observations }: Pick<RuleResult, 'id' | 'observations'>,
  target: ConformanceReport['target'],
): readonly FindingGroup[] => {
  const groups = new Map<
    string,
    FindingGroup & { readonly places: FindingGroup['places'][number][] }
  >()
  for (const { where, name, evidence, findings } of observations) {
    for (const finding of findings) {
      const key = JSON.stringify([finding.at, finding.expected, finding.actual])
      const group = groups.get(key) ?? { finding, places: [] }
      const fingerprint = fingerprintOf(id, where, finding, target)
      group.places.push({ where, ...(name === undefined ? {} : { name }), evidence, fingerprint })
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}
