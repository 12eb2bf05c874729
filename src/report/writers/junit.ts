import { countRules, levels, occurring } from '../counts.ts'
import { type Area, areas, type ConformanceReport, type RuleResult } from '../model.ts'
import { areasWithoutPass } from '../verdict.ts'
import { verdictSentence } from '../verdict-sentence.ts'
import { type CaseKind, caseDetail, caseKind } from './case-kind.ts'
import { characters, element } from './xml.ts'

/**
 * JUnit XML: a suite per area, a case per rule. A failed MUST is a failure; what could not be judged is an
 * error; what was left out or does not apply is skipped. SHOULD and INFO rules never fail a case: their
 * deviations are in its output. Valid by Jenkins's schema, which knows no properties of a case and no attributes of
 * `skipped`: the rule's verdict is the case's status, and the rest of it is in the output.
 */
export const writeJunit = (report: ConformanceReport): string => {
  const silent = report.verdict === 'inconclusive' ? areasWithoutPass(report) : []
  const suites = areas
    .map((area) => ({ area, rules: report.rules.filter((rule) => rule.area === area) }))
    .filter(({ rules }) => rules.length > 0)
    .map(({ area, rules }) =>
      block(
        'testsuite',
        [['name', `krr.${area}`], ...tally(rules), ['timestamp', stamp(report)]],
        [properties([['area', area]]), ...rules.map((rule) => testcase(rule, report.target))],
      ),
    )
  const whole = block(
    'testsuites',
    [
      ['name', `krr-conformance ${report.target.environment}`],
      ...tally(report.rules, silent).filter(([name]) => name !== 'skipped'),
      ['time', (report.run.durationMs / 1000).toFixed(3)],
    ],
    [verdictSuite(report, silent), ...suites],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`
}

type Attributes = readonly (readonly [name: string, value: string | number])[]

const tally = (rules: readonly RuleResult[], silent: readonly Area[] = []): Attributes => {
  const kinds = [...rules.map(caseKind), ...silent.map((): CaseKind => 'error')]
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

const testcase = (rule: RuleResult, target: ConformanceReport['target']): string =>
  block(
    'testcase',
    [
      ['name', `${rule.id} ${rule.title}`],
      ['classname', `krr.${rule.area}`],
      ['status', rule.verdict],
    ],
    [...outcome(rule, target), element('system-out', [], characters(output(rule, target)))],
  )

const output = (rule: RuleResult, target: ConformanceReport['target']): string =>
  [
    `level: ${rule.level}`,
    `basis: ${rule.basis}`,
    ...rule.citations.map(({ source, section }) => `cited: ${source}, ${section}`),
    ...evidenceOf(rule).map((id) => `evidence: ${id}`),
    ...(rule.verdict === 'failed' && rule.level !== 'MUST' ? [caseDetail(rule, target)] : []),
  ].join('\n')

const outcome = (rule: RuleResult, target: ConformanceReport['target']): readonly string[] => {
  const kind = caseKind(rule)
  switch (kind) {
    case 'failure':
    case 'error':
      return [
        element(
          kind,
          [
            ['message', messageOf(rule)],
            ['type', rule.verdict],
          ],
          characters(caseDetail(rule, target)),
        ),
      ]
    case 'skipped':
      return [element('skipped', [], characters(`${rule.verdict}: ${rule.reason}`))]
    case 'passed':
      return []
    default:
      return kind satisfies never
  }
}

/** What a list of a pipeline shows of a failure: the first difference, and how often. */
const messageOf = ({ reason, observations }: RuleResult): string => {
  const [first] = observations.flatMap(({ findings }) => findings)
  return first === undefined
    ? reason
    : `${first.at === '' ? 'content' : first.at}: expected ${first.expected}, received ${first.actual} (${reason})`
}

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
