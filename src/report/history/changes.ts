import type { HistoryEntry } from './entry.ts'

/** A rule that says something else than in the run before. */
export interface RuleChange {
  readonly id: string
  /** Undefined where the rule is new, or is no more. */
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The rules whose verdicts differ between two runs. */
export const ruleChanges = (
  before: Pick<HistoryEntry, 'rules'>,
  now: Pick<HistoryEntry, 'rules'>,
): readonly RuleChange[] => {
  const [from, to] = [verdicts(before), verdicts(now)]
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((id) => ({ id, from: from.get(id), to: to.get(id) }))
    .filter((change) => change.from !== change.to)
}

/** Since which run the verdict is what it is, and of how many runs that is. */
export const unchangedSince = (
  entries: readonly HistoryEntry[],
): { readonly since: HistoryEntry; readonly runs: number } | undefined => {
  const last = entries.at(-1)
  if (last === undefined) return undefined
  const first = entries.findLastIndex(({ verdict }) => verdict !== last.verdict) + 1
  return { since: entries[first] ?? last, runs: entries.length - first }
}

const verdicts = ({ rules }: Pick<HistoryEntry, 'rules'>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rules).flatMap(([verdict, ids]) => ids.map((id) => [id, verdict] as const)),
  )
