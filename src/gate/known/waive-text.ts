import { type Document, isMap, isSeq, parseDocument, stringify } from 'yaml'
import { visibleLine } from '../../evidence/visible-text.ts'
import { type FingerprintedFinding, failingFindings } from '../../report/fingerprint.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { type KnownDeviation, matchKnown, mostDays } from './known-deviations.ts'
import { isEmpty, readKnown } from './read-known.ts'

/** What whoever waives has to say; what is empty is refused when the file is read. */
export interface Waiver {
  readonly reason: string
  readonly owner: string
  readonly link: string
  readonly days: number
}

/** The entries for what fails now and is not known yet, as lines of `known-deviations.yaml`; empty where there is nothing. */
export const waiveText = (
  report: ConformanceReport,
  known: readonly KnownDeviation[],
  waiver: Waiver,
  now: Date,
): string => {
  const { uncovered } = matchKnown(report, known, now, failingFindings(report))
  const byRule = new Map<string, FingerprintedFinding[]>()
  for (const found of uncovered) byRule.set(found.rule, [...(byRule.get(found.rule) ?? []), found])
  const expires = new Date(now.getTime() + Math.min(mostDays, waiver.days) * 86_400_000)
  return [...byRule]
    .map(([rule, own]) =>
      entryText(rule, own, report, { ...waiver, expires: expires.toISOString().slice(0, 10) }),
    )
    .join('')
}

const entryText = (
  rule: string,
  found: readonly FingerprintedFinding[],
  { target, rules }: ConformanceReport,
  { reason, owner, link, expires }: Omit<Waiver, 'days'> & { readonly expires: string },
): string => {
  const title = rules.find(({ id }) => id === rule)?.title ?? ''
  const quoted = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd()
  return [
    `  # ${visibleLine(title)}`,
    `  - rule: ${rule}`,
    `    environment: ${target.environment}`,
    '    fingerprints:',
    ...found.map(({ fingerprint, where, finding }) => {
      const seen = `${where}: ${finding.at} must be ${finding.expected}, but is ${finding.actual}`
      return `      - ${fingerprint} # ${shortened(visibleLine(seen))}`
    }),
    `    reason: ${quoted(reason)}`,
    `    owner: ${quoted(owner)}`,
    `    link: ${quoted(link)}`,
    `    expires: ${expires}`,
    '',
  ].join('\n')
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}...` : text)

/**
 * A file with further entries at its end: what stands in it stays as it is, comments included. It is read back by the
 * harness's own parser, so that what is written can be read.
 * @throws ConfigurationError where the file, or what was added, is not as known-deviations.schema.json says
 */
export const withEntries = (file: string, entries: string): string => {
  if (!isEmpty(file)) readKnown(file)
  const document = parseDocument(isEmpty(file) ? '' : file)
  const added = parseDocument(`deviations:\n${entries}`)
  const [known, further] = [deviationsOf(document), deviationsOf(added)]
  if (known === undefined || further === undefined) {
    const next = `${file === '' || file.endsWith('\n') ? file : `${file}\n`}${String(added)}`
    readKnown(next)
    return next
  }
  known.flow = false
  // The title before the first entry is the list's own comment to the parser.
  const [first] = further.items
  if (isMap(first)) first.commentBefore = further.commentBefore ?? null
  for (const item of further.items) known.add(item)
  const next = document.toString({ lineWidth: 0, flowCollectionPadding: false })
  readKnown(next)
  return next
}

const deviationsOf = ({ contents }: Document) => {
  const own = isMap(contents) ? contents.get('deviations', true) : undefined
  return isSeq(own) ? own : undefined
}
