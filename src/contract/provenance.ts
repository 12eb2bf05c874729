/** What a row of SOURCE.md says of a part of the snapshot. */
export interface ProvenanceRow {
  /** JSON Pointer of the part; the row holds for all below it, unless a longer one says otherwise. */
  readonly at: string
  readonly status: 'transcribed' | 'inferred'
  readonly from: string
}

const row = /^\| `(?<at>\/[^`]*)` \| (?<status>transcribed|inferred) \| (?<from>.+?) \|$/

/** The line-by-line table of SOURCE.md; empty for a snapshot that was pulled. */
export const provenanceRows = (markdown: string): readonly ProvenanceRow[] =>
  markdown.split('\n').flatMap((line): ProvenanceRow[] => {
    const { at, status, from } = row.exec(line.trim())?.groups ?? {}
    if (at === undefined || from === undefined) return []
    return [{ at, status: status === 'transcribed' ? status : 'inferred', from }]
  })

/** The row that holds for a place in the snapshot: the longest whose pointer leads there. */
export const rowFor = (rows: readonly ProvenanceRow[], at: string): ProvenanceRow | undefined =>
  rows
    .filter((one) => at === one.at || at.startsWith(`${one.at}/`))
    .sort((one, other) => other.at.length - one.at.length)[0]
