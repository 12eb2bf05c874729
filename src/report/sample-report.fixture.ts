import type { RuleId } from '../rules/rule.ts'
import { buildReport, type ReportInput } from './build.ts'
import type { ConformanceReport, Observation, RecordedExchange } from './model.ts'
import { sampleRules } from './sample-rules.fixture.ts'

/** One sample for each way a run can end. */
export const sampleKinds = [
  'conformant',
  'deviating',
  'known',
  'inconclusive',
  'partial',
  'broken',
  'notRestored',
] as const
export type SampleKind = (typeof sampleKinds)[number]

/** A synthetic report for tests, built by the same function as a real one. */
export const sampleReport = (kind: SampleKind): ConformanceReport => {
  const report = buildReport(sampleInput(kind))
  return kind === 'known' ? { ...report, verdict: 'deviating (known)' } : report
}

/** What the sample of this kind is built from. */
export const sampleInput = (kind: SampleKind): ReportInput => ({
  target: {
    environment: kind === 'conformant' ? 'reference' : 'test',
    apiUrl: 'https://test.kontaktregisteret.no/rest/v1/person',
    issuer: 'https://test.idporten.no',
  },
  run: {
    id: '20261123T020000Z-4f1c',
    startedAt: '2026-11-23T02:00:00.000Z',
    finishedAt: '2026-11-23T02:00:02.640Z',
    durationMs: 2640,
    selection: kind === 'partial' ? 'partial' : 'full',
    requests: 124,
    logins: 1,
    harnessVersion: '0.1.0',
    ruleSet: 1,
  },
  contract: { source: 'specs/person.openapi.json', sha256: 'ab12'.repeat(16) },
  register:
    kind === 'notRestored'
      ? { found: 'nb', left: 'en', restored: false, trouble: 'three attempts got 503' }
      : kind === 'partial'
        ? {}
        : { found: 'nb', left: 'nb', restored: true },
  trouble: kind === 'inconclusive' ? ['the API refused every connection (ECONNREFUSED)'] : [],
  rules: sampleRules,
  observations: observationsOf(kind),
  exchanges: [personExchange, refusedExchange],
})

const both = ['application/json', 'application/jose'] as const

/** One judgement with a verdict, and with what that verdict needs. */
export const observation = (
  verdict: Observation['verdict'],
  rest: Partial<Observation> = {},
): Observation => ({
  where: 'kontaktinformasjon+digitalpost, application/json',
  verdict,
  findings: [],
  evidence: ['x-001'],
  ...rest,
})

const observationsOf = (kind: SampleKind): ReportInput['observations'] =>
  sampleRules
    .filter(({ id }) => kind !== 'partial' || id === 'KRR-BODY-006' || id === 'KRR-JWS-003')
    .flatMap(({ id }) =>
      (special(kind, id) ?? both.map((type) => observation('passed', { where: type }))).map(
        (own) => ({ ruleId: id, observation: own }),
      ),
    )

const special = (kind: SampleKind, id: RuleId): readonly Observation[] | undefined => {
  if (id === 'KRR-JWS-006')
    return [observation('not-exercised', { reason: 'no trust anchor is configured' })]
  if (id === 'KRR-SPEC-001')
    return [observation('not-applicable', { reason: 'no document was found' })]
  if (id === 'KRR-HTTP-005' && kind !== 'conformant') return [failed('X-Content-Type-Options')]
  if (id === 'KRR-BODY-021') return [failed('/adresse', 'a member of the contract', 'unknown')]
  switch (kind) {
    case 'deviating':
    case 'known':
      return id === 'KRR-JWS-003' || id === 'KRR-HTTP-002' ? deviating : undefined
    case 'inconclusive':
      return [observation('inconclusive', { reason: 'connect ECONNREFUSED', evidence: [] })]
    case 'broken':
      return id === 'KRR-HTTP-002'
        ? [observation('errored', { reason: 'TypeError in the rule' })]
        : undefined
    case 'conformant':
    case 'partial':
    case 'notRestored':
      return undefined
    default:
      return kind satisfies never
  }
}

const failed = (at: string, expected = 'nosniff', actual = 'absent'): Observation =>
  observation('failed', { findings: [{ at, expected, actual }], evidence: ['x-002'] })

const deviating: readonly Observation[] = [
  observation('passed', { where: 'digitalpost, application/jose' }),
  failed('/sertifikat', 'a signature made with the key of x5c[0]', '<signature> & "more"'),
]

const personExchange: RecordedExchange = {
  id: 'x-001',
  label: 'GET person, application/json',
  startedAt: '2026-11-23T02:00:01.000Z',
  elapsedMs: 31.4,
  request: {
    method: 'GET',
    url: 'https://test.kontaktregisteret.no/rest/v1/person?a=1&b',
    fields: [
      ['Accept', 'application/json'],
      ['Authorization', 'Bearer $KRR_TOKEN'],
    ],
    contentLength: 0,
  },
  response: {
    status: 200,
    fields: [['Content-Type', 'application/json']],
    contentType: 'application/json',
    content: '{"personidentifikator":"<11 digits, p-7f3a>","reservasjon":"NEI","språk":"nb"}',
    contentLength: 81,
    jws: {
      header: { alg: 'RS256' },
      payload: { reservasjon: 'NEI' },
      certificates: [
        {
          subject: 'CN=krr, serialNumber=991825827',
          issuer: 'CN=Reference intermediate',
          notBefore: '2026-11-01',
          notAfter: '2027-11-01',
        },
      ],
    },
  },
  failedAttempts: [{ startedAt: '2026-11-23T02:00:00.500Z', elapsedMs: 12, trouble: 'ECONNRESET' }],
}

const refusedExchange: RecordedExchange = {
  ...personExchange,
  id: 'x-002',
  label: 'PATCH person, application/json',
  request: {
    method: 'PATCH',
    url: 'https://test.kontaktregisteret.no/rest/v1/person',
    fields: [['Content-Type', 'application/json']],
    contentType: 'application/json',
    content: '{"spraak":"en"}',
    contentLength: 15,
  },
  response: { status: 204, fields: [], contentLength: 0 },
  failedAttempts: [],
}
