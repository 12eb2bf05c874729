import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport } from './build.ts'
import { verdictLines } from './console.ts'
import { hostileText, withText } from './hostile-report.fixture.ts'
import type { ConformanceReport } from './model.ts'
import {
  observation,
  type SampleKind,
  sampleInput,
  sampleKinds,
  sampleReport,
} from './sample-report.fixture.ts'
import { coloured, paintFor, plain, printable } from './terminal-text.ts'

const shown = (report: ConformanceReport) => [{ report, directory: 'reports/test' }]
const linesOf = (kind: SampleKind) =>
  verdictLines(shown(sampleReport(kind)), { columns: 80, paint: plain })

describe('verdictLines', () => {
  test('a deviation is told with rule, place, expected, received and the next step', () => {
    expect(linesOf('deviating').join('\n')).toMatchInlineSnapshot(`
      "
      DEVIATING
        Environment test deviates from the contract: 2 MUST rules failed (Digdir
        documents 1, a standard demands 1).
        1 request failed at first and succeeded when sent again (ECONNRESET).

        KRR-JWS-003  the signature verifies with the key of x5c[0]
          A service that trusts the signature accepts a person that KRR never signed,
          or rejects each one.
          where     kontaktinformasjon+digitalpost, application/json: /sertifikat
          expected  a signature made with the key of x5c[0]
          received  <signature> & "more"
          finding   KRR-JWS-003.hdgxp, f-6c703a28c037291a
          with it   KRR-HTTP-002: of the same cause

        1 MUST rule not exercised (no trust anchor is configured): KRR-JWS-006.
        1 MUST rule not applicable (no document was found): KRR-SPEC-001.
        1 warning: SHOULD rules, which never fail a run.
        The language is as it was found: nb.

          report    reports/test/report.html
          next      npm run krr -- replay KRR-JWS-003.hdgxp"
    `)
  })

  test('an environment that could not be judged names the likely cause before the rules', () => {
    const lines = linesOf('inconclusive')
    expect(lines[1]).toBe('INCONCLUSIVE')
    const cause = lines.indexOf('  the API refused every connection (ECONNREFUSED)')
    expect(cause).toBeGreaterThan(1)
    expect(cause).toBeLessThan(lines.findIndex((line) => line.startsWith('  Not judged: ')))
    expect(lines.at(-1)).toBe('    next      npm run krr -- doctor --env test')
  })

  test('a language that was not put back comes first, and the next step restores it', () => {
    const lines = linesOf('notRestored')
    expect(lines[3]).toBe(
      '  The language was NOT put back: found nb, left en (three attempts got 503).',
    )
    expect(lines.at(-1)).toBe('    next      npm run krr -- restore --env test')
  })

  test('at most ten causes are shown, the others counted', () => {
    const input = sampleInput('deviating')
    const rules = input.rules.flatMap((rule) =>
      rule.level === 'MUST' ? [rule, { ...rule, id: `${rule.id}9` as const }] : [],
    )
    const observations = rules.map(({ id }) => ({
      ruleId: id,
      observation: observation('failed', {
        findings: [{ at: `/${id}`, expected: 'a', actual: 'b' }],
        evidence: [],
      }),
    }))
    const lines = verdictLines(shown(buildReport({ ...input, rules, observations })), {
      columns: 80,
      paint: plain,
    })
    expect(lines.filter((line) => line.startsWith('    expected'))).toHaveLength(10)
    expect(lines).toContain('  and 10 more causes: see the report')
  })

  test('of several environments the worst comes last, next to the prompt', () => {
    const reports = (['broken', 'deviating', 'conformant'] as const).map((kind) => ({
      report: sampleReport(kind),
      directory: kind,
    }))
    const lines = verdictLines(reports, { columns: 80, paint: plain })
    const order = lines.flatMap((line) => (/^ {4}report +(\w+)/.exec(line) ?? []).slice(1))
    expect(order).toEqual(['conformant', 'deviating', 'broken'])
  })

  test('no line is wider than the terminal, nor steers it, whatever text comes from outside', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.constantFrom(...sampleKinds),
        fc.integer({ min: 60, max: 100 }),
        (text, kind, columns) => {
          const report = withText(sampleReport(kind), text)
          for (const line of verdictLines(shown(report), { columns, paint: plain })) {
            expect([...line].length).toBeLessThanOrEqual(columns)
            expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u)
          }
        },
      ),
    )
  })

  test('Norwegian letters stay whole', () => {
    const report = withText(sampleReport('deviating'), 'språkvalg: bokmål, nynorsk, sámi – æøå ÆØÅ')
    const text = verdictLines(shown(report), { columns: 60, paint: plain }).join(' ')
    for (const word of ['språkvalg:', 'bokmål,', 'sámi', 'æøå', 'ÆØÅ']) expect(text).toContain(word)
  })

  test('colour changes no word', () => {
    const of = (paint: typeof plain) =>
      verdictLines(shown(sampleReport('deviating')), { columns: 80, paint }).join('\n')
    expect(of(coloured)).not.toBe(of(plain))
    expect(stripVTControlCharacters(printable(of(coloured)))).toBe(of(plain))
  })
})

describe('paintFor', () => {
  test('only a terminal that has colours and was not asked to be without gets them', () => {
    expect(paintFor({ isTTY: true, hasColors: () => true })).toBe(coloured)
    expect(paintFor({ isTTY: true, hasColors: () => false })).toBe(plain)
    expect(paintFor({ isTTY: false, hasColors: () => true })).toBe(plain)
    expect(paintFor({})).toBe(plain)
  })
})
