import { describe, expect, test } from 'vitest'
import type { Obstacle, Trouble } from '../evidence/obstacle.ts'
import { diagnose } from './diagnosis.ts'
import type { ConformanceReport, RecordedExchange, RuleResult } from './model.ts'

const target = {
  environment: 'mine',
  apiUrl: 'https://krr.example/rest/v1/person',
  issuer: 'https://op.example',
}

const failed = (
  url: string,
  label: string,
  { kind, text: trouble }: Trouble,
  attempts = 2,
): RecordedExchange => ({
  id: `x-${label.length}`,
  label,
  startedAt: '2026-11-25T10:00:07.000Z',
  elapsedMs: 1,
  request: { method: 'GET', url, fields: [], contentLength: 0 },
  response: { status: 0, fields: [], contentLength: 0 },
  trouble,
  troubleKind: kind,
  failedAttempts: Array.from({ length: attempts }, (_, at) => ({
    startedAt: `2026-11-25T10:00:0${at}.000Z`,
    elapsedMs: 1,
    trouble,
  })),
})

const open = (id: string, ...reasons: readonly (readonly [string, Obstacle?])[]): RuleResult =>
  ({
    id,
    observations: reasons.map(([reason, obstacle]) => ({
      where: 'here',
      verdict: 'inconclusive',
      reason,
      obstacle,
      findings: [],
      evidence: [],
    })),
  }) as unknown as RuleResult

const lines = (rules: readonly RuleResult[], exchanges: readonly RecordedExchange[] = []) =>
  diagnose({ target, rules, exchanges } as Pick<
    ConformanceReport,
    'target' | 'rules' | 'exchanges'
  >)

const reset: Trouble = { kind: 'connection-lost', text: 'the connection was reset (ECONNRESET)' }
const gateway: Trouble = { kind: 'gateway', text: 'status 503' }
const api: Obstacle = { kind: 'server', origin: 'https://krr.example' }
const op: Obstacle = { kind: 'server', origin: 'https://op.example' }

describe('what stood in the way', () => {
  test('is a server in one line: since which request, why, and what is inconclusive for it', () => {
    const exchange = failed(target.apiUrl, 'GET person', reset)
    const reason = `GET person: ${reset.text}; https://krr.example was asked 3 times`
    const later = 'PATCH: https://krr.example is down since "GET person": reset'
    const rules = [open('KRR-BODY-001', [reason, api]), open('KRR-PATCH-001', [later, api])]
    expect(lines(rules, [exchange])).toEqual([
      `The API (https://krr.example) gives no answer to judge since "GET person" at 10:00:00 UTC (x-10, sent 3 times): ${reset.text}. Likely cause: the server restarts, or something between here and there drops connections. Inconclusive for it: 2 rules in BODY, PATCH.`,
    ])
  })

  test('is a line for each of two servers, and what names neither is the first one’s', () => {
    const said = lines(
      [
        open('KRR-BODY-001', ['GET person: https://krr.example was asked once', api]),
        open('KRR-OP-001', ['GET provider metadata: https://op.example was asked once', op]),
        open('KRR-JWS-001', ['no person to judge']),
      ],
      [
        failed('https://op.example/.well-known', 'GET provider metadata', gateway, 0),
        failed(target.apiUrl, 'GET person', reset),
      ],
    )
    expect(said.map((line) => line.split(' (')[0])).toEqual(['The API', 'ID-porten'].toSorted())
    expect(said.join('\n')).toContain('sent once')
  })

  test('is a login that stopped, told once for all who needed it', () => {
    const stopped = (who: string, step = 'testid') =>
      [
        `login of ${who} stopped at the step "${step}": the next page is not known (page "Ny", https://op.example/authorize)`,
        { kind: 'login-page-unknown', step },
      ] as const
    const said = lines([
      open('KRR-OP-007', stopped('MAIN')),
      open('KRR-BODY-001', stopped('MAIN'), stopped('RESERVED')),
    ])
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('Likely cause: the login page has changed')
    expect(said[0]).toContain('Inconclusive for it: 2 rules in OP, BODY.')
  })

  test('is a line of its own for each step of a login that stopped, and for the request budget', () => {
    const stopped = (step: string) =>
      [`stopped at ${step}`, { kind: 'login-page-unknown', step }] as const
    const budget = [
      'the run has sent the 500 requests that it may send',
      { kind: 'request-budget' },
    ] as const
    const said = lines([
      open('KRR-OP-007', stopped('testid')),
      open('KRR-BODY-001', stopped('consent'), budget),
    ])
    expect(said.map((line) => line.split('.')[0])).toEqual([
      'Stopped at testid',
      'Stopped at consent',
      'The run has sent the 500 requests that it may send',
    ])
  })

  test('is nothing where nothing was inconclusive, and not the API that is closed over plain http', () => {
    expect(lines([], [failed(target.apiUrl, 'GET person', reset)])).toEqual([])
    const plain = failed('http://krr.example/rest/v1/person', 'GET person over plain http', reset)
    expect(lines([open('KRR-TLS-004', ['no way to krr.example'])], [plain])).toEqual([])
  })
})

test('a deviation that others follow from comes first, with how many they are, and is nobody else’s trouble', () => {
  const cause = {
    id: 'KRR-BODY-022',
    title: 'Asked twice, the person is the same',
    observations: [
      { verdict: 'failed', findings: [{ at: '/status', expected: 'a', actual: 'b' }] },
    ],
  } as unknown as RuleResult
  const following = (id: string): RuleResult => {
    const rule = open(id, ['the person is not the same'])
    return {
      ...rule,
      observations: rule.observations.map((own) => ({ ...own, follows: 'KRR-BODY-022' as const })),
    }
  }
  expect(lines([cause, following('KRR-PATCH-010'), following('KRR-NEG-003')])).toEqual([
    'KRR-BODY-022 "Asked twice, the person is the same" is broken, first seen at /status, and other rules can be judged only once it is fixed. Inconclusive for it: 2 rules in PATCH, NEG.',
  ])
})
