import { createHash } from 'node:crypto'
import { visibleJson } from '../../evidence/visible-text.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { type ConformanceReport, isWebAddress, type RuleResult, type Verdict } from '../model.ts'
import { verdictSentence } from '../verdict-sentence.ts'
import { caseDetail } from './case-kind.ts'

/**
 * SARIF 2.1.0: a result for each rule that deviates or could not be judged, and a logical location for each place where
 * it deviates. The artifact is the report itself: the target has no file that a line could be named in. GitHub takes
 * each result for an alert, whatever its kind.
 */
export const writeSarif = (report: ConformanceReport): string =>
  sarifOf(report, ({ verdict }) => kinds[verdict] === 'fail' || kinds[verdict] === 'open')

/** The same with a result for each rule, whatever its verdict. */
export const writeSarifOfAll = (report: ConformanceReport): string => sarifOf(report, () => true)

const sarifOf = (report: ConformanceReport, isTold: (rule: RuleResult) => boolean): string => {
  const { rules, run, target, verdict } = report
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'krr-conformance',
            semanticVersion: run.harnessVersion,
            rules: rules.map(descriptor),
          },
        },
        automationDetails: { id: `krr-conformance/${target.environment}/${run.id}` },
        invocations: [
          {
            executionSuccessful: !rules.some((rule) => rule.verdict === 'errored'),
            startTimeUtc: run.startedAt,
            endTimeUtc: run.finishedAt,
          },
        ],
        results: rules.flatMap((rule, index) =>
          isTold(rule) ? [result(rule, index, target)] : [],
        ),
        properties: {
          verdict,
          sentence: verdictSentence(report),
          environment: target.environment,
          apiUrl: target.apiUrl,
          issuer: target.issuer,
          selection: run.selection,
        },
      },
    ],
  }
  return `${visibleJson(log, 2)}\n`
}

const severities = { MUST: 'error', SHOULD: 'warning', INFO: 'note' } as const satisfies Record<
  RuleResult['level'],
  string
>

/** The kinds of SARIF (3.27.9); `open`: could not be judged. */
const kinds = {
  passed: 'pass',
  failed: 'fail',
  inconclusive: 'open',
  errored: 'open',
  'not-run': 'open',
  'not-applicable': 'notApplicable',
  'not-exercised': 'notApplicable',
} as const satisfies Record<Verdict, string>

const descriptor = ({ id, title, level, basis, citations }: RuleResult) => {
  const [first] = citations
  const cited = citations.map(({ source, section, quote }) =>
    quote === undefined ? `${source}, ${section}` : `${source}, ${section}: “${quote}”`,
  )
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: [title, ...cited].join('\n') },
    ...(first !== undefined && isWebAddress(first.url) ? { helpUri: first.url } : {}),
    defaultConfiguration: { level: severities[level] },
    properties: { level, basis },
  }
}

const result = (rule: RuleResult, ruleIndex: number, target: Target) => ({
  ruleId: rule.id,
  ruleIndex,
  kind: kinds[rule.verdict],
  // A result that is no failure has no severity (3.27.10).
  level: rule.verdict === 'failed' ? severities[rule.level] : 'none',
  message: { text: rule.verdict === 'failed' ? caseDetail(rule, target) : rule.reason },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: 'report.json' }, region: { startLine: 1 } },
      logicalLocations: placesOf(rule, target),
    },
  ],
  partialFingerprints: { 'krrRule/v1': rule.id, ...foundBy(rule, target) },
  properties: { verdict: rule.verdict, level: rule.level },
})

type Target = ConformanceReport['target']

/** What was seen, the same in every run of an unchanged server: another finding of the rule is another result. */
const foundBy = ({ id, observations }: RuleResult, target: Target) => {
  const found = observations.flatMap(({ where, findings }) =>
    findings.map((finding) => fingerprintOf(id, where, finding, target)),
  )
  const all = [...new Set(found)].sort().join(' ')
  return all === ''
    ? {}
    : { 'krrFindings/v1': createHash('sha256').update(all).digest('hex').slice(0, 32) }
}

const placesOf = ({ id, observations }: RuleResult, target: Target) =>
  observations.flatMap(({ where, name, findings }) =>
    findings.map((finding) => ({
      name: finding.at,
      fullyQualifiedName: `${where}: ${finding.at}`,
      kind: 'member',
      properties: {
        ...(name === undefined ? {} : { finding: name }),
        fingerprint: fingerprintOf(id, where, finding, target),
      },
    })),
  )
