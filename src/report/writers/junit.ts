import { countRules, levels, occurring } from '../counts.ts'
import { type Area, areas, type ConformanceReport, type RuleResult } from '../model.ts'
import { areasWithoutPass } from '../verdict.ts'
import { verdictSentence } from '../verdict-sentence.ts'
import { characters, element } from './xml.ts'

/**
 * JUnit XML: a suite per area, a case per rule. A failed MUST is a failure; what could not be judged is an
 * error; what was left out or does not apply is skipped. SHOULD and INFO rules never fail a case: their
 * deviations are in its output.
 */
export const writeJunit = (report: ConformanceReport): string => {
  const silent = report.verdict === 'inconclusive' ? areasWithoutPass(report.rules) : []
  const suites = areas
    .map((area) => ({ area, rules: report.rules.filter((rule) => rule.area === area) }))
    .filter(({ rules }) => rules.length > 0)
    .map(({ area, rules }) =>
      block(
        'testsuite',
        [['name', `krr.${area}`], ...tally(rules), ['timestamp', stamp(report)]],
        [properties([['area', area]]), ...rules.map(testcase)],
      ),
    )
  const whole = block(
    'testsuites',
    [
      ['name', `krr-conformance ${report.target.environment}`],
      ...tally(report.rules, silent),
      ['time', (report.run.durationMs / 1000).toFixed(3)],
    ],
    [verdictSuite(report, silent), ...suites],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`
}

type Attributes = readonly (readonly [name: string, value: string | number])[]
type CaseKind = 'passed' | 'failure' | 'error' | 'skipped'

const kindOf = ({ level, verdict }: RuleResult): CaseKind => {
  switch (verdict) {
    case 'passed':
      return 'passed'
    case 'failed':
      return level === 'MUST' ? 'failure' : 'passed'
    case 'errored':
      return 'error'
    case 'inconclusive':
    case 'not-run':
      return level === 'MUST' ? 'error' : 'skipped'
    case 'not-applicable':
    case 'not-exercised':
      return 'skipped'
    default:
      return verdict satisfies never
  }
}

const tally = (rules: readonly RuleResult[], silent: readonly Area[] = []): Attributes => {
  const kinds = [...rules.map(kindOf), ...silent.map((): CaseKind => 'error')]
  const of = (kind: CaseKind) => kinds.filter((own) => own === kind).length
  return [
    ['tests', kinds.length],
    ['failures', of('failure')],
    ['errors', of('error')],
    ['skipped', of('skipped')],
  ]
}

/**
 * The verdict and the figures: JUnit has no properties for the whole. Its only cases are the vital areas in
 * which nothing passed, for otherwise an inconclusive run of skipped cases would look green.
 */
const verdictSuite = (report: ConformanceReport, silent: readonly Area[]): string => {
  const counts = countRules(report.rules)
  const figures = levels.flatMap((level) =>
    occurring(counts, level).map(([verdict, number]) => [`${level} ${verdict}`, number] as const),
  )
  const { environment, apiUrl, issuer } = report.target
  return block(
    'testsuite',
    [['name', 'krr'], ...tally([], silent), ['timestamp', stamp(report)]],
    [
      properties([
        ['verdict', report.verdict],
        ['environment', environment],
        ['apiUrl', apiUrl],
        ['issuer', issuer],
        ['run', report.run.id],
        ['contract', report.contract.sha256],
        ...figures,
      ]),
      ...silent.map(silentArea),
      element(
        'system-out',
        [],
        characters([verdictSentence(report), ...report.trouble].join('\n')),
      ),
    ],
  )
}

const silentArea = (area: Area): string =>
  block(
    'testcase',
    [
      ['name', `a MUST rule passed in ${area}`],
      ['classname', 'krr'],
    ],
    [
      element('error', [
        ['message', `no MUST rule passed in ${area}`],
        ['type', 'inconclusive'],
      ]),
    ],
  )

const testcase = (rule: RuleResult): string =>
  block(
    'testcase',
    [
      ['name', `${rule.id} ${rule.title}`],
      ['classname', `krr.${rule.area}`],
    ],
    [
      properties([
        ['level', rule.level],
        ['basis', rule.basis],
        ['verdict', rule.verdict],
        ...rule.citations.map(
          ({ source, section }) => ['citation', `${source}, ${section}`] as const,
        ),
        ...evidenceOf(rule).map((id) => ['evidence', id] as const),
      ]),
      ...outcome(rule),
    ],
  )

const outcome = (rule: RuleResult): readonly string[] => {
  const kind = kindOf(rule)
  const detail = characters(deviations(rule))
  switch (kind) {
    case 'failure':
    case 'error':
      return [
        element(
          kind,
          [
            ['message', rule.reason],
            ['type', rule.verdict],
          ],
          detail,
        ),
      ]
    case 'skipped':
      return [element('skipped', [['message', `${rule.verdict}: ${rule.reason}`]])]
    case 'passed':
      return rule.verdict === 'failed' ? [element('system-out', [], detail)] : []
    default:
      return kind satisfies never
  }
}

const deviations = ({ level, reason, observations }: RuleResult): string =>
  [
    `${level}: ${reason}`,
    ...observations.flatMap(({ where, findings }) =>
      findings.map(
        ({ at, expected, actual }) =>
          `${where}\n  at       ${at}\n  expected ${expected}\n  received ${actual}`,
      ),
    ),
  ].join('\n')

const evidenceOf = ({ observations }: RuleResult): readonly string[] => [
  ...new Set(
    observations.filter(({ verdict }) => verdict !== 'passed').flatMap((own) => own.evidence),
  ),
]

const properties = (pairs: Attributes): string =>
  block(
    'properties',
    [],
    pairs.map(([name, value]) =>
      element('property', [
        ['name', name],
        ['value', value],
      ]),
    ),
  )

const block = (name: string, attributes: Attributes, children: readonly string[]): string =>
  element(name, attributes, children.length === 0 ? '' : `\n${children.join('\n')}\n`)

const stamp = ({ run }: ConformanceReport): string => run.startedAt.replace(/(\.\d+)?Z$/, '')
