import { describe, expect, test } from 'vitest'
import { findingsIn } from '../../report/find-finding.ts'
import type { RecordedExchange } from '../../report/model.ts'
import { sampleReport } from '../../report/sample-report.fixture.ts'
import { plain } from '../../report/terminal-text.ts'
import { type Replayed, repeatedWords, replayLines } from './lines.ts'

const report = sampleReport('deviating')
const [earlier] = findingsIn(report, { ruleId: 'KRR-JWS-003', name: undefined })
const replayed: Replayed = {
  name: earlier?.name ?? '',
  title: 'the signature verifies with the key of x5c[0]',
  environment: 'prod',
  outcome: {
    kind: 'still deviating',
    findings: [{ at: '/sertifikat', expected: 'a signature', actual: 'none' }],
  },
  earlier,
  now: undefined,
}
const shown = (changes: Partial<Replayed>, columns = 80) =>
  replayLines({ ...replayed, ...changes }, { columns, paint: plain }).join('\n')

describe('what a replay says', () => {
  test('of what is still so: what was received then and now', () => {
    expect(shown({})).toMatchInlineSnapshot(`
      "STILL DEVIATING  KRR-JWS-003.hdgxp on prod
        rule        the signature verifies with the key of x5c[0]
        where       kontaktinformasjon+digitalpost, application/json
        then        test, 2026-11-23T02:00:00.000Z
          at        /sertifikat
          expected  a signature made with the key of x5c[0]
          received  <signature> & "more"
        now         prod, judged there again:
          at        /sertifikat
          expected  a signature
          received  none"
    `)
  })

  test('of what cannot be told: why, and never that it is fixed', () => {
    const text = shown({ outcome: { kind: 'cannot tell', reason: 'not-exercised: --no-write' } })
    expect(text).toMatch(/^CANNOT TELL/)
    expect(text).toContain('because')
    expect(text).toContain('not-exercised: --no-write')
    expect(text).not.toMatch(/fixed/i)
  })

  test('of a name that no report here has: that what was found is not known', () => {
    expect(shown({ outcome: { kind: 'fixed' }, earlier: undefined })).toContain('is not known')
  })

  test('steers no terminal, and keeps to its columns', () => {
    const findings = [{ at: '\u001b[31m', expected: 'x'.repeat(300), actual: 'a\nb\u202e' }]
    const text = shown({ outcome: { kind: 'still deviating', findings } }, 60)
    expect(text).not.toContain('\u001b')
    expect(text).not.toContain('\u202e')
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
  })

  test('of what is gone with the condition of its rule: that, and the condition', () => {
    const text = shown({ outcome: { kind: 'fixed', reason: 'the payload has no iat' } })
    expect(text).toMatch(/^FIXED/)
    expect(text).toContain('because     the payload has no iat')
    expect(text).toContain('what was found is gone')
  })

  test('of more than one request: how many were repeated, and for what', () => {
    const asked = (method: string, at = report.target.apiUrl): RecordedExchange => {
      const [exchange] = report.exchanges
      if (exchange === undefined) throw new RangeError('the sample has no exchange')
      return { ...exchange, request: { ...exchange.request, method, url: at } }
    }
    const judged = (...ids: readonly string[]) => ({
      ...report,
      rules: report.rules.filter(({ id }) => ids.includes(id)),
      exchanges: [asked('GET'), asked('PATCH'), asked('GET'), asked('POST', report.target.issuer)],
    })
    expect(repeatedWords(judged('KRR-JWS-003'))).toEqual([
      '2 GET, 1 PATCH: what the judgement rests on',
    ])
    const whole = judged('KRR-JWS-003')
    const rules = whole.rules.map((rule) => ({ ...rule, id: 'KRR-JWS-011' as const }))
    expect(repeatedWords({ ...whole, rules })).toEqual([
      '2 GET, 1 PATCH: all that a full run asks for',
    ])
    expect(repeatedWords({ ...whole, exchanges: [asked('GET')] })).toEqual([])
    expect(shown({ now: whole })).toContain('repeated    2 GET, 1 PATCH')
  })
})
