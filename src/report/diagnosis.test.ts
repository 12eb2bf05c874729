import { describe, expect, test } from 'vitest'
import { diagnose } from './diagnosis.ts'
import type { ConformanceReport, RecordedExchange, RuleResult } from './model.ts'

const target = {
  environment: 'mine',
  apiUrl: 'https://krr.example/rest/v1/person',
  issuer: 'https://op.example',
}

const failed = (url: string, label: string, trouble: string, attempts = 2): RecordedExchange => ({
  id: `x-${label.length}`,
  label,
  startedAt: '2026-11-25T10:00:07.000Z',
  elapsedMs: 1,
  request: { method: 'GET', url, fields: [], contentLength: 0 },
  response: { status: 0, fields: [], contentLength: 0 },
  trouble,
  failedAttempts: Array.from({ length: attempts }, (_, at) => ({
    startedAt: `2026-11-25T10:00:0${at}.000Z`,
    elapsedMs: 1,
    trouble,
  })),
})

const open = (id: string, ...reasons: readonly string[]): RuleResult =>
  ({
    id,
    observations: reasons.map((reason) => ({
      where: 'here',
      verdict: 'inconclusive',
      reason,
      findings: [],
      evidence: [],
    })),
  }) as unknown as RuleResult

const lines = (rules: readonly RuleResult[], exchanges: readonly RecordedExchange[] = []) =>
  diagnose({ target, rules, exchanges } as Pick<
    ConformanceReport,
    'target' | 'rules' | 'exchanges'
  >)

const reset = 'the connection was reset (ECONNRESET)'

describe('what stood in the way', () => {
  test('is a server in one line: since which request, why, and what is inconclusive for it', () => {
    const exchange = failed(target.apiUrl, 'GET person', reset)
    const reason = `GET person: ${reset}; https://krr.example was asked 3 times`
    const later = 'PATCH: https://krr.example is down since "GET person": reset'
    expect(lines([open('KRR-BODY-001', reason), open('KRR-PATCH-001', later)], [exchange])).toEqual(
      [
        `The API (https://krr.example) gives no answer to judge since "GET person" at 10:00:00 UTC (x-10, sent 3 times): ${reset}. Likely cause: the server restarts, or something between here and there drops connections. Inconclusive for it: 2 rules in BODY, PATCH.`,
      ],
    )
  })

  test('is a line for each of two servers, and what names neither is the first one’s', () => {
    const said = lines(
      [
        open('KRR-BODY-001', 'GET person: https://krr.example was asked once'),
        open('KRR-OP-001', 'GET provider metadata: https://op.example was asked once'),
        open('KRR-JWS-001', 'no person to judge'),
      ],
      [
        failed('https://op.example/.well-known', 'GET provider metadata', 'status 503', 0),
        failed(target.apiUrl, 'GET person', reset),
      ],
    )
    expect(said.map((line) => line.split(' (')[0])).toEqual(['The API', 'ID-porten'].toSorted())
    expect(said.join('\n')).toContain('sent once')
  })

  test('is a login that stopped, told once for all who needed it', () => {
    const stopped = (who: string) =>
      `login of ${who} stopped at the step "testid": the next page is not known (page "Ny", https://op.example/authorize)`
    const said = lines([
      open('KRR-OP-007', stopped('MAIN')),
      open('KRR-BODY-001', stopped('MAIN'), stopped('RESERVED')),
    ])
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('Likely cause: the login page has changed')
    expect(said[0]).toContain('Inconclusive for it: 2 rules in OP, BODY.')
  })

  test('is nothing where nothing was inconclusive, and not the API that is closed over plain http', () => {
    expect(lines([], [failed(target.apiUrl, 'GET person', reset)])).toEqual([])
    const plain = failed('http://krr.example/rest/v1/person', 'GET person over plain http', reset)
    expect(lines([open('KRR-TLS-004', 'no way to krr.example')], [plain])).toEqual([])
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
    const rule = open(id, 'the person is not the same')
    return {
      ...rule,
      observations: rule.observations.map((own) => ({ ...own, follows: 'KRR-BODY-022' as const })),
    }
  }
  expect(lines([cause, following('KRR-PATCH-010'), following('KRR-NEG-003')])).toEqual([
    'KRR-BODY-022 "Asked twice, the person is the same" is broken, first seen at /status, and other rules can be judged only once it is fixed. Inconclusive for it: 2 rules in PATCH, NEG.',
  ])
})
