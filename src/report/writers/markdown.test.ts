import { describe, expect, test } from 'vitest'
import { buildReport } from '../build.ts'
import { observation, sampleInput, sampleReport } from '../sample-report.fixture.ts'
import { writeMarkdown } from './markdown.ts'
import { code, prose } from './markdown-text.ts'

describe('writeMarkdown', () => {
  test('the verdict comes first, with what it does not cover', () => {
    expect(writeMarkdown(sampleReport('deviating')).split('\n').slice(0, 9)).toEqual([
      '# test: deviating',
      '',
      '**Environment test deviates from the contract: 2 MUST rules failed (Digdir documents 1, a standard demands 1).**',
      '',
      '- 1 request failed at first and succeeded when sent again (ECONNRESET).',
      '- 1 MUST rule not exercised (no trust anchor is configured): KRR-JWS-006.',
      '- 1 MUST rule not applicable (no document was found): KRR-SPEC-001.',
      '- The language is as it was found: nb.',
      '',
    ])
  })

  test('a deviation has its rule, place, expected and received', () => {
    const summary = writeMarkdown(sampleReport('deviating'))
    expect(summary).toContain(
      '- **KRR-JWS-003** the signature verifies with the key of x5c\\[0\\] (MUST, observed: RFC 7515, 4.1.6)\n' +
        '  - A service that trusts the signature accepts a person that KRR never signed, or rejects each one.\n' +
        '  - kontaktinformasjon+digitalpost, application/json: `/sertifikat` ' +
        'expected `a signature made with the key of x5c[0]`, received `<signature> & "more"` (`KRR-JWS-003.hdgxp` `f-6c703a28c037291a`)\n',
    )
  })

  test('one difference in many places is told once, with its places', () => {
    const input = sampleInput('deviating')
    const [rule] = input.rules
    if (rule === undefined) throw new RangeError('no rule')
    const finding = { at: 'content', expected: 'JSON', actual: 'no content' }
    const observations = Array.from({ length: 70 }, (_, at) => ({
      ruleId: rule.id,
      observation: { ...observation('failed', { findings: [finding] }), where: `place ${at}` },
    }))
    const lines = writeMarkdown(buildReport({ ...input, observations }))
      .split('\n')
      .filter((line) => line.includes('`no content`'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(
      /^ {2}- in 70 places: `content` expected `JSON`, received `no content`: place 0 \(.+ and 67 more$/,
    )
  })

  test('what went wrong for the person stands above all else', () => {
    expect(writeMarkdown(sampleReport('notRestored')).split('\n')[4]).toBe(
      '- The language was NOT put back: found nb, left en (three attempts got 503).',
    )
  })

  test('many long findings still fit a job summary', () => {
    const input = sampleInput('deviating')
    const finding = { at: '/x'.repeat(500), expected: 'y'.repeat(9000), actual: 'z'.repeat(9000) }
    const findings = Array.from({ length: 60 }, (_, at) => ({
      ...finding,
      at: `/${at}${finding.at}`,
    }))
    const observations = input.rules.map(({ id }) => ({
      ruleId: id,
      observation: observation('failed', { findings }),
    }))
    const summary = writeMarkdown(buildReport({ ...input, observations }))
    expect(summary).toContain('and 55 more findings: report.html')
    expect(Buffer.byteLength(summary)).toBeLessThan(200_000)
  })
})

describe('code', () => {
  test('a code span holds backticks, and its fence is longer than any run of them', () => {
    expect(code('a ``` b ` c')).toBe('````a ``` b ` c````')
    expect(code('`x`')).toBe('`` `x` ``')
    expect(code('')).toBe('(empty)')
  })

  test('line ends and control characters are written out', () => {
    expect(code('a\r\nb\u001b')).toBe('`a\\r\\nb\\u{1b}`')
  })
})

describe('prose', () => {
  test('nothing in it is markup', () => {
    expect(prose('a|b *c* [d](e) <f> `g`\nå')).toBe(
      'a\\|b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\`\\\\nå',
    )
  })
})
