import { describe, expect, test } from 'vitest'
import { bounds } from './bounded.ts'
import { buildReport } from './build.ts'
import { observation, sampleInput, sampleReport } from './sample-report.fixture.ts'
import { formats } from './writers/index.ts'

const long = 'x'.repeat(100_000)

describe('a report of a target that sends without end', () => {
  const input = sampleInput('deviating')
  const finding = { at: long, expected: long, actual: long }
  const findings = Array.from({ length: 1_000 }, () => finding)
  const evidence = Array.from({ length: 10_000 }, (_, at) => `x-${at + 1_000}`)
  const fields = Array.from({ length: 10_000 }, () => [long, long] as const)
  const report = buildReport({
    ...input,
    register: { ...input.register, trouble: long },
    trouble: Array.from({ length: 10_000 }, () => long),
    observations: input.rules.slice(0, 2).map(({ id }) => ({
      ruleId: id,
      observation: observation('failed', { where: long, reason: long, findings, evidence }),
    })),
    exchanges: input.exchanges.map((own) => ({
      ...own,
      label: long,
      trouble: long,
      request: { ...own.request, url: `https://x/${long}`, fields, contentType: long },
      response: {
        ...own.response,
        fields,
        jws: {
          header: { x: Array.from({ length: 100_000 }, () => 'abc') },
          payload: { y: long },
          certificates: [],
        },
      },
      failedAttempts: Array.from({ length: 10_000 }, () => ({
        startedAt: own.startedAt,
        elapsedMs: 1,
        trouble: long,
      })),
    })),
  })

  test('is bounded in each of its parts, and says how much was cut', () => {
    const [rule] = report.rules
    const [place] = rule?.observations ?? []
    expect(place?.findings).toHaveLength(bounds.findings)
    expect(place?.reason).toMatch(/… \(96000 more characters\); 900 more findings are left out$/)
    expect(place?.evidence).toHaveLength(bounds.evidence)
    expect(place?.findings[0]?.actual).toMatch(/^x{4000}… \(96000 more characters\)$/)
    const [exchange] = report.exchanges
    expect(exchange?.response.fields).toHaveLength(bounds.fields + 1)
    expect(exchange?.response.fields.at(-1)).toEqual(['[cut]', '9800 more lines are left out'])
    expect(exchange?.response.jws?.header).toMatch(/^\[cut: \d{6} characters of JSON\]$/)
    expect(exchange?.response.jws?.payload).toMatch(/^\[cut: 10\d{4} characters of JSON\]$/)
    expect(exchange?.failedAttempts).toHaveLength(bounds.attempts)
    expect(report.trouble).toHaveLength(bounds.lines + 1)
    expect(report.register.trouble?.length).toBeLessThan(5_000)
  })

  test('takes no more room than a bound for each place and exchange', () => {
    const places = 2 * bounds.findings * 3 * (bounds.text + 100)
    const exchanges =
      input.exchanges.length * 2 * bounds.fields * (bounds.text + bounds.field + 200)
    expect(formats.json.write(report).length).toBeLessThan((places + exchanges) * 1.3)
  })

  test('an ordinary one is left as it is', () => {
    expect(sampleReport('deviating').exchanges).toEqual(input.exchanges)
    expect(
      sampleReport('deviating').rules.flatMap((rule) =>
        rule.observations.map(({ name: _, ...own }) => own),
      ),
    ).toEqual(input.observations.map(({ observation: own }) => own))
  })
})
