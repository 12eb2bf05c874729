import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConformanceReport } from '../report/model.ts'
import type { Verification } from '../report/seal/verify.ts'
import { decide } from './decide.ts'
import type { GateInput, SideEvidence } from './decision.ts'
import {
  completeMatrix,
  finding,
  flakyOf,
  inOrder,
  intact,
  knownOf,
  reportOf,
  sideOf,
  usualAnswers,
  withFlake,
  withFlakesBefore,
  withRule,
} from './situation.fixture.ts'

/** What makes evidence worse, and never better. */
type Worsening = (input: GateInput) => GateInput

const onReport =
  (side: 'from' | 'to', worsen: (report: ConformanceReport) => ConformanceReport): Worsening =>
  (input) => {
    const { report } = input[side]
    return report === undefined
      ? input
      : { ...input, [side]: { ...input[side], report: worsen(report) } }
  }

const onSide =
  (side: 'from' | 'to', change: Partial<SideEvidence>): Worsening =>
  (input) => ({ ...input, [side]: { ...input[side], ...change } })

const without =
  (side: 'from' | 'to'): Worsening =>
  (input) => {
    const { report: _, verification: __, ...rest } = input[side]
    return { ...input, [side]: rest }
  }

const tampered: Verification = {
  ...intact,
  intact: false,
  isWhole: false,
  problems: [{ code: 'file-changed', path: 'report.json' }],
}

/** Everything but SHOULD rules that fail, which no default policy looks at. */
const ids = reportOf('prod').rules.map(({ id }) => id)
const side = fc.constantFrom('from' as const, 'to' as const)

const worsening: fc.Arbitrary<Worsening> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...ids),
      fc.constantFrom(
        'failed' as const,
        'inconclusive' as const,
        'errored' as const,
        'not-exercised' as const,
        'not-applicable' as const,
      ),
    )
    .map(([id, verdict]) =>
      onReport('to', (report) =>
        // What has failed is not made better by leaving it out.
        report.rules.some((rule) => rule.id === id && rule.verdict === 'failed')
          ? withRule(report, id, 'failed', [finding, { ...finding, at: '/further' }])
          : withRule(report, id, verdict),
      ),
    ),
  fc.constantFrom(...ids).map((id) =>
    onReport('to', (report) => ({
      ...report,
      rules: report.rules.filter((rule) => rule.id !== id),
    })),
  ),
  fc.tuple(side, fc.integer({ min: 0, max: 72 })).map(([of, hours]) =>
    onReport(of, (report) => ({
      ...report,
      run: {
        ...report.run,
        finishedAt: new Date(Date.parse(report.run.finishedAt) - hours * 3_600_000).toISOString(),
      },
    })),
  ),
  side.map((of) =>
    onReport(of, (report) => ({
      ...report,
      run: { ...report.run, selection: 'partial' as const },
    })),
  ),
  side.map((of) =>
    onReport(of, (report) => ({ ...report, run: { ...report.run, harnessVersion: '0.0.1' } })),
  ),
  side.map((of) =>
    onReport(of, (report) => ({
      ...report,
      target: { ...report.target, apiUrl: 'https://example.com/person' },
    })),
  ),
  side.map((of) => onReport(of, (report) => withRule(report, 'KRR-BODY-001', 'inconclusive'))),
  fc.constant(onReport('to', (report) => ({ ...report, register: { restored: false } }))),
  fc.constant(
    onReport('to', (report) => ({
      ...report,
      exchanges: report.exchanges.map((own) => ({
        ...own,
        response: { ...own.response, status: 500 },
      })),
    })),
  ),
  fc
    .constantFrom(...usualAnswers().map(({ label }) => label))
    .map((label) => onReport('to', (report) => withFlake(report, label))),
  side.map((of) => onSide(of, { verification: tampered })),
  side.map((of) => onSide(of, { address: undefined })),
  side.map(without),
  fc.constant((input: GateInput) => ({ ...input, matrix: undefined })),
  fc.constant((input: GateInput) => ({ ...input, matrix: { ...completeMatrix, expected: 1 } })),
)

/** In order, or with a known deviation that is seen: an entry that is idle blocks until it is removed. */
const base: fc.Arbitrary<GateInput> = fc.constantFrom(
  inOrder(),
  inOrder({
    to: sideOf('prod', withRule(reportOf('prod'), 'KRR-JWS-003', 'failed')),
    known: [knownOf('KRR-JWS-003')],
  }),
  inOrder({ to: sideOf('prod', withFlake(reportOf('prod'))), flaky: [flakyOf()] }),
  inOrder({ to: sideOf('prod', withFlakesBefore(reportOf('prod'), 10, [])), flaky: [flakyOf()] }),
  inOrder({ to: sideOf('prod', reportOf('prod', usualAnswers({ status: 'AKTIV' }))) }),
)

describe('decide is monotone', () => {
  test('the bases of the property are some of yes and one of no', () => {
    expect(fc.sample(base, 50).map((input) => decide(input).answer)).toEqual(
      expect.arrayContaining(['yes', 'no']),
    )
  })

  test('no worsening ever turns an answer to yes', () => {
    fc.assert(
      fc.property(base, fc.array(worsening, { minLength: 1, maxLength: 5 }), (input, steps) => {
        let [before, answer] = [input, decide(input).answer]
        for (const worsen of steps) {
          const after = worsen(before)
          const worse = decide(after).answer
          if (answer !== 'yes') expect(worse).not.toBe('yes')
          ;[before, answer] = [after, worse]
        }
      }),
      { numRuns: 60 },
    )
  })
})
