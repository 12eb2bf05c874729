import { createHash } from 'node:crypto'
import { buildReport } from '../report/build.ts'
import { fingerprintOf } from '../report/fingerprint.ts'
import { flakesOf } from '../report/flakes.ts'
import type {
  ConformanceReport,
  MatrixFigures,
  Observation,
  RecordedExchange,
  RuleResult,
  Verdict,
} from '../report/model.ts'
import type { Verification } from '../report/seal/verify.ts'
import { rules } from '../rules/index.ts'
import type { Level, RuleId } from '../rules/rule.ts'
import { ruleSetVersion, rulesOf } from '../rules/rule-set.ts'
import type { GateInput, SideEvidence } from './decision.ts'
import type { KnownFlake } from './flaky/known-flaky.ts'
import type { KnownDeviation } from './known/known-deviations.ts'
import { type GatePolicy, strictPolicy } from './policy/policy.ts'

/** Noon of the day of all situations. */
export const now = new Date('2026-11-25T12:00:00.000Z')
export const trustedKey = 'k'.repeat(43)

export const addresses = {
  test: {
    apiUrl: 'https://test.kontaktregisteret.no/rest/v1/person',
    issuer: 'https://test.idporten.no',
  },
  prod: { apiUrl: 'https://kontaktregisteret.no/rest/v1/person', issuer: 'https://idporten.no' },
} as const

/** As the catalogue has them. */
const titles: ReadonlyMap<string, string> = new Map(rules.map(({ id, title }) => [id, title]))

const shouldRules: ReadonlySet<string> = new Set(['KRR-HTTP-005', 'KRR-SCOPE-011'])

/** A person as a report of a run in the open shows it. */
export const person: Readonly<Record<string, unknown>> = {
  personidentifikator: '[pid as digits, 11 characters, #e92e6dd7]',
  reservasjon: 'NEI',
  status: 'AKTIV',
  varslingsstatus: 'KAN_VARSLES',
  kontaktinformasjon: { epostadresse: '[epostadresse as address, 21 characters, #4cfd9afa]' },
  digital_post: { postkasseadresse: '[postkasseadresse as address, 19 characters, #4cfd9afb]' },
  spraak: 'nb',
}

/** The published document, as far as the person resource goes. */
export const publishedDocument = (status: readonly string[] = ['AKTIV', 'SLETTET']) => ({
  openapi: '3.0.1',
  info: { title: 'KRR', version: 'v1' },
  paths: {
    '/rest/v1/person': {
      get: {
        responses: {
          200: {
            description: 'OK',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    status: { type: 'string', enum: status },
                    reservasjon: { type: 'string' },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
})

export interface SampleAnswer {
  readonly label: string
  readonly method?: string
  readonly status?: number
  readonly fields?: readonly (readonly [string, string])[]
  readonly content?: unknown
  readonly jws?: NonNullable<RecordedExchange['response']['jws']>
  readonly elapsedMs?: number
}

/** What a target answered, in a run that asked three things. */
export const usualAnswers = (own: Readonly<Record<string, unknown>> = person): SampleAnswer[] => [
  { label: 'GET person, kontaktinformasjon+digitalpost+spraak, application/json', content: own },
  {
    label: 'GET person, kontaktinformasjon+digitalpost+spraak, application/jose',
    jws: { header: { alg: 'RS256' }, payload: own, certificates: [] },
  },
  { label: 'GET person, no Authorization', status: 401, content: { error: 'invalid_request' } },
  { label: 'GET /v3/api-docs', content: publishedDocument() },
]

const exchangesOf = (answers: readonly SampleAnswer[], apiUrl: string): RecordedExchange[] =>
  answers.map(
    ({ label, method = 'GET', status = 200, fields = [], content, jws, elapsedMs = 30 }, at) => ({
      id: `x-${String(at + 1).padStart(3, '0')}`,
      label,
      startedAt: '2026-11-25T10:00:01.000Z',
      elapsedMs,
      request: {
        method,
        url: label.includes('/v3/') ? `${new URL(apiUrl).origin}/v3/api-docs` : apiUrl,
        fields: [],
        contentLength: 0,
      },
      response: {
        status,
        fields,
        ...(content === undefined ? {} : { content: JSON.stringify(content) }),
        contentLength: content === undefined ? 0 : 100,
        ...(jws === undefined ? {} : { jws }),
      },
      failedAttempts: [],
      ...(label.includes('/v3/') ? { publishes: true as const } : {}),
    }),
  )

const passed: Observation = { where: 'here', verdict: 'passed', findings: [], evidence: [] }

/** A conforming report of a full run with every rule of the latest set, two hours old. */
export const reportOf = (
  environment: 'test' | 'prod',
  answers: readonly SampleAnswer[] = usualAnswers(),
): ConformanceReport => {
  const judged = [...rulesOf(ruleSetVersion)].map((id) => ({
    id,
    title: titles.get(id) ?? `rule ${id}`,
    level: shouldRules.has(id) ? ('SHOULD' as Level) : ('MUST' as Level),
    basis: 'documented' as const,
    since: 1 as const,
    cites: ['PAGE-021'] as const,
  }))
  return buildReport({
    target: { environment, ...addresses[environment] },
    run: {
      id: `2026-11-25T10-00-00-${environment}`,
      startedAt: '2026-11-25T09:59:00.000Z',
      finishedAt: '2026-11-25T10:00:00.000Z',
      durationMs: 60_000,
      selection: 'full',
      requests: answers.length,
      logins: 1,
      harnessVersion: '0.1.0',
      ruleSet: ruleSetVersion,
    },
    contract: { source: 'specs/person.openapi.json', sha256: 'ab12'.repeat(16) },
    register: { found: 'nb', left: 'nb', restored: true },
    trouble: [],
    rules: judged,
    observations: judged.map(({ id }) => ({ ruleId: id, observation: passed })),
    exchanges: exchangesOf(answers, addresses[environment].apiUrl),
  })
}

export const finding = { at: '/sertifikat', expected: 'a certificate', actual: 'absent' } as const

/** The report with one rule judged otherwise. */
export const withRule = (
  report: ConformanceReport,
  id: RuleId,
  verdict: Exclude<Verdict, 'not-run'>,
  findings: Observation['findings'] = verdict === 'failed' ? [finding] : [],
): ConformanceReport => {
  const isJudged = verdict === 'passed' || verdict === 'failed'
  const because = verdict === 'not-exercised' ? 'prod allows no write' : `it was ${verdict}`
  const judged = (rule: RuleResult): RuleResult => ({
    ...rule,
    verdict,
    reason: because,
    observations: [{ ...passed, verdict, findings, ...(isJudged ? {} : { reason: because }) }],
  })
  const rules = report.rules.map((rule) => (rule.id === id ? judged(rule) : rule))
  const deviates = rules.some((rule) => rule.level === 'MUST' && rule.verdict === 'failed')
  return { ...report, rules, ...(deviates ? { verdict: 'deviating' as const } : {}) }
}

export const intact: Verification = {
  intact: true,
  isWhole: true,
  key: 'expected',
  thumbprint: trustedKey,
  problems: [],
  manifest: {
    schemaVersion: 1,
    run: 'r',
    environment: 'test',
    verdict: 'conformant',
    selection: 'full',
    signedBy: 'configured key',
    thumbprint: trustedKey,
    files: [],
  },
  files: 9,
}

export const sideOf = (
  environment: 'test' | 'prod',
  report: ConformanceReport = reportOf(environment),
): SideEvidence => ({
  environment,
  path: `reports/${environment}/report.json`,
  report,
  verification: intact,
  manifestSha256: createHash('sha256').update(environment).digest('hex'),
  address: addresses[environment],
})

export const completeMatrix: MatrixFigures = {
  harnessVersion: '0.1.0',
  ruleSet: ruleSetVersion,
  recorded: '2026-11-24',
  rows: { defect: { detected: 9 }, variant: { accepted: 2 } },
  expected: 11,
  proven: [...rulesOf(ruleSetVersion)],
}

export const trustingPolicy: GatePolicy = { ...strictPolicy, keys: [trustedKey] }

/** Two environments that are in order and alike. */
export const inOrder = (changes: Partial<GateInput> = {}): GateInput => ({
  from: sideOf('test'),
  to: sideOf('prod'),
  policy: trustingPolicy,
  known: [],
  flaky: [],
  matrix: completeMatrix,
  harnessVersion: '0.1.0',
  now,
  ...changes,
})

/** An entry for what {@link withRule} lets fail in prod. */
export const knownOf = (rule: RuleId, changes: Partial<KnownDeviation> = {}): KnownDeviation => ({
  rule,
  environment: 'prod',
  fingerprints: [fingerprintOf(rule, 'here', finding, addresses.prod)],
  reason: 'the authority fixes it in December',
  owner: 'team-krr',
  link: 'https://example.com/issues/1',
  expires: '2026-12-24',
  line: 2,
  ...changes,
})

/** The first request of {@link usualAnswers}. */
export const flakyRequest = usualAnswers()[0]?.label ?? ''

/** The report, where a request failed at first and came when it was sent again. */
export const withFlake = (report: ConformanceReport, label = flakyRequest): ConformanceReport => {
  const exchanges = report.exchanges.map((own) =>
    own.label === label
      ? { ...own, failedAttempts: [{ startedAt: own.startedAt, elapsedMs: 9, trouble: '503' }] }
      : own,
  )
  return { ...report, exchanges, flakes: flakesOf(exchanges) }
}

/** The report, as a machine makes it that remembers so many runs before, with what failed at first in the last ten. */
export const withFlakesBefore = (
  report: ConformanceReport,
  runs: number,
  recent: readonly string[],
): ConformanceReport => ({ ...report, flakesBefore: { runs, flakes: recent.length, recent } })

/** An entry for what {@link withFlake} lets flake in prod. */
export const flakyOf = (changes: Partial<KnownFlake> = {}): KnownFlake => ({
  environment: 'prod',
  requests: [flakyRequest],
  reason: 'the proxy restarts at night',
  owner: 'team-krr',
  link: 'https://example.com/issues/2',
  expires: '2026-12-24',
  line: 2,
  ...changes,
})
