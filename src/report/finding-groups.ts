import type { Observation, ReportedFinding, RuleResult } from './model.ts'

/** One finding with every place in which it was found: a fault shows in many at once. */
export interface FindingGroup {
  readonly finding: ReportedFinding
  readonly places: readonly Pick<Observation, 'where' | 'name' | 'evidence'>[]
}

/** What was found of a rule, each difference once. */
export const findingGroups = ({
  observations,
}: Pick<RuleResult, 'observations'>): readonly FindingGroup[] => {
  const groups = new Map<
    string,
    FindingGroup & { readonly places: FindingGroup['places'][number][] }
  >()
  for (const { where, name, evidence, findings } of observations) {
    for (const finding of findings) {
      const key = JSON.stringify([finding.at, finding.expected, finding.actual])
      const group = groups.get(key) ?? { finding, places: [] }
      group.places.push({ where, ...(name === undefined ? {} : { name }), evidence })
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}
