import { stringify } from 'yaml'
import { visibleLine } from '../../evidence/visible-text.ts'
import { type FingerprintedFinding, failingFindings } from '../../report/fingerprint.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { type KnownDeviation, mostDays } from './known-deviation.ts'
import { matchKnown } from './match.ts'

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
