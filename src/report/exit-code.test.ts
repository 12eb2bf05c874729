import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport } from './build.ts'
import { type ExitCode, reportExitCode, worstExitCode } from './exit-code.ts'
import { observation, sampleInput, sampleKinds, sampleReport } from './sample-report.fixture.ts'
import { sampleRules } from './sample-rules.fixture.ts'

const bestFirst: readonly ExitCode[] = [0, 3, 1, 2, 4, 5]
const rank = (code: ExitCode): number => bestFirst.indexOf(code)
const code = fc.constantFrom(...bestFirst)

describe('reportExitCode', () => {
  test('each way a run can end has its exit code', () => {
    expect(sampleKinds.map((kind) => [kind, reportExitCode(sampleReport(kind))])).toEqual([
      ['conformant', 0],
      ['deviating', 1],
      ['known', 0],
      ['inconclusive', 3],
      ['partial', 0],
      ['broken', 4],
      ['notRestored', 5],
    ])
  })

  test('a deviation that is known hides neither a bad entry nor what could not be judged', () => {
    const known = sampleReport('known')
    const withProblems = (problems: readonly string[]) =>
      reportExitCode({ ...known, known: { covered: [], problems } })
    expect(withProblems([])).toBe(0)
    expect(withProblems(['entry 1 has expired'])).toBe(1)
    const unsettled = known.rules.map((rule) =>
      rule.id === 'KRR-BODY-006' ? { ...rule, verdict: 'inconclusive' as const } : rule,
    )
    expect(reportExitCode({ ...known, rules: unsettled })).toBe(3)
  })

  test('a full run that left its verdict open is 3, whatever passed in it', () => {
    expect(reportExitCode({ ...sampleReport('conformant'), verdict: 'inconclusive' })).toBe(3)
  })

  test('a partial run whose SHOULD rule failed has judged something', () => {
    const observations = [{ ruleId: 'KRR-HTTP-005', observation: observation('failed') }] as const
    expect(reportExitCode(buildReport({ ...sampleInput('partial'), observations }))).toBe(0)
  })

  test('a partial run that judged nothing is not green', () => {
    const observations = [
      { ruleId: 'KRR-PATCH-003', observation: observation('not-exercised') },
    ] as const
    const judged = buildReport({ ...sampleInput('partial'), observations })
    expect(reportExitCode(judged)).toBe(3)
  })

  test('a partial run with a failed MUST rule is 1, with an inconclusive one 3', () => {
    const run = (verdict: 'failed' | 'inconclusive') =>
      buildReport({
        ...sampleInput('partial'),
        observations: [
          { ruleId: 'KRR-BODY-006', observation: observation(verdict) },
          { ruleId: 'KRR-JWS-003', observation: observation('passed') },
        ],
      })
    expect(reportExitCode(run('failed'))).toBe(1)
    expect(reportExitCode(run('inconclusive'))).toBe(3)
  })

  test('a harness that broke in a rule that failed elsewhere is still reported as broken', () => {
    const input = sampleInput('deviating')
    const broke = { ruleId: 'KRR-JWS-003', observation: observation('errored') } as const
    const report = buildReport({ ...input, observations: [...input.observations, broke] })
    expect(report.verdict).toBe('deviating')
    expect(reportExitCode(report)).toBe(4)
  })

  test('a MUST rule judged worse never makes the exit code better', () => {
    const worse = ['passed', 'inconclusive', 'failed', 'errored'] as const
    const musts = sampleRules.filter(({ level }) => level === 'MUST').map(({ id }) => id)
    const level = fc.integer({ min: 0, max: worse.length - 1 })
    fc.assert(
      fc.property(
        fc.constantFrom('conformant', 'partial', 'deviating', 'inconclusive'),
        fc.constantFrom(...musts),
        level,
        level,
        (kind, ruleId, one, other) => {
          const input = sampleInput(kind)
          const [better, worst] = [Math.min(one, other), Math.max(one, other)].map((index) =>
            reportExitCode(
              buildReport({
                ...input,
                observations: [
                  ...input.observations.filter((own) => own.ruleId !== ruleId),
                  { ruleId, observation: observation(worse[index] ?? 'errored') },
                ],
              }),
            ),
          )
          expect(rank(worst ?? 0)).toBeGreaterThanOrEqual(rank(better ?? 5))
        },
      ),
    )
  })
})

describe('worstExitCode', () => {
  test('the order is 5, 4, 2, 1, 3, 0', () => {
    const left = [...bestFirst]
    while (left.length > 0) expect(worstExitCode(left)).toBe(left.pop())
  })

  test('no environment at all is no green run', () => {
    expect(worstExitCode([])).toBe(4)
  })

  test('one more environment never makes it better, and a worse one never either', () => {
    fc.assert(
      fc.property(fc.array(code, { minLength: 1 }), code, code, (codes, one, other) => {
        const [better, worse] = rank(one) <= rank(other) ? [one, other] : [other, one]
        const before = rank(worstExitCode(codes))
        expect(rank(worstExitCode([...codes, one]))).toBeGreaterThanOrEqual(before)
        expect(rank(worstExitCode([...codes, worse]))).toBeGreaterThanOrEqual(
          rank(worstExitCode([...codes, better])),
        )
      }),
    )
  })
})
