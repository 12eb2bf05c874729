import type { HistoryEntry } from './entry.ts'

/** A rule that passed and failed in turn while nothing else was said to change. */
export interface Flip {
  readonly id: string
  /** How often its verdict went over, twice at least: a deviation that came, or was mended, is no flip. */
  readonly times: number
}

/** So many runs are looked at, the newest. */
const mostRuns = 20

/** The newest runs of one address, by one version and rule set: what differs between them is the target's doing. */
export const alikeRuns = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] => {
  const last = entries.at(-1)
  if (last === undefined) return []
  const other = entries.findLastIndex((entry) => circumstances(entry) !== circumstances(last))
  return entries.slice(Math.max(other + 1, entries.length - mostRuns))
}

/** The rules that went back and forth between passed and failed in those runs, the most restless first. */
export const flipsOf = (entries: readonly HistoryEntry[]): readonly Flip[] => {
  const runs = alikeRuns(entries).map(({ rules }) => ({
    passed: new Set(rules.passed),
    failed: new Set(rules.failed),
  }))
  const ids = [...new Set(runs.flatMap(({ failed }) => [...failed]))]
  return ids
    .map((id) => {
      const verdicts = runs
        .filter(({ passed, failed }) => passed.has(id) || failed.has(id))
        .map(({ failed }) => failed.has(id))
      const times = verdicts.filter((own, index) => index > 0 && own !== verdicts[index - 1]).length
      return { id, times }
    })
    .filter(({ times }) => times > 1)
    .toSorted((one, other) => other.times - one.times || (one.id < other.id ? -1 : 1))
}

const circumstances = ({ target, harnessVersion, ruleSet }: HistoryEntry): string =>
  JSON.stringify([target.apiUrl, harnessVersion, ruleSet])
