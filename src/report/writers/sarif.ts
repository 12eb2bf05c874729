import type { ConformanceReport, RuleResult, Verdict } from '../model.ts'
import { verdictSentence } from '../verdict-sentence.ts'
import { caseDetail } from './case-kind.ts'

/**
 * SARIF 2.1.0: a result for each rule, whatever its verdict, and a logical location for each place where it deviates.
 * The artifact is the report itself: the target has no file that a line could be named in.
 */
export const writeSarif = (report: ConformanceReport): string => {
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
        results: rules.map(result),
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
  return `${JSON.stringify(log, undefined, 2)}\n`
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
    ...(first !== undefined && URL.canParse(first.url) ? { helpUri: first.url } : {}),
    defaultConfiguration: { level: severities[level] },
    properties: { level, basis },
  }
}

const result = (rule: RuleResult, ruleIndex: number) => ({
  ruleId: rule.id,
  ruleIndex,
  kind: kinds[rule.verdict],
  // A result that is no failure has no severity (3.27.10).
  level: rule.verdict === 'failed' ? severities[rule.level] : 'none',
  message: { text: rule.verdict === 'failed' ? caseDetail(rule) : rule.reason },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: 'report.json' }, region: { startLine: 1 } },
      logicalLocations: placesOf(rule),
    },
  ],
  partialFingerprints: { 'krrRule/v1': rule.id },
  properties: { verdict: rule.verdict, level: rule.level },
})

const placesOf = ({ observations }: RuleResult) =>
  observations.flatMap(({ where, findings }) =>
    findings.map(({ at }) => ({ name: at, fullyQualifiedName: `${where}: ${at}`, kind: 'member' })),
  )
