/** How much of a report stands on the page; the rest is in report.json and evidence.har, and the page says so. */
export interface Limits {
  /** Differences of one rule where the deviations stand first, and where the rules are listed. */
  readonly findings: number
  readonly findingsInFull: number
  /** Places named of one difference or verdict. */
  readonly places: number
  /** Characters of one text that came from outside. */
  readonly characters: number
}

/** The page may weigh this much: it is mailed, attached and opened on telephones. */
export const mostBytes = 1_450_000

/** What the page is made with, the first under which it is light enough. */
export const allLimits: readonly [Limits, ...Limits[]] = [
  { findings: 4, findingsInFull: 24, places: 40, characters: 2_000 },
  { findings: 3, findingsInFull: 8, places: 16, characters: 600 },
  { findings: 2, findingsInFull: 2, places: 4, characters: 160 },
]
