import { describe, expect, test } from 'vitest'
import type { RuleResult, Verdict } from './model.ts'
import { sampleReport } from './sample-report.fixture.ts'
import { areasWithoutPass, environmentVerdict, setAside, vitalAreas } from './verdict.ts'

const { rules } = sampleReport('conformant')

const changed = (which: (rule: RuleResult) => boolean, verdict: Verdict): readonly RuleResult[] =>
  rules.map((rule) => (which(rule) ? { ...rule, verdict } : rule))

const full = (own: readonly RuleResult[], mayWrite = false) => ({
  rules: own,
  run: { selection: 'full', mayWrite } as const,
})

describe('environmentVerdict', () => {
  test('the samples have the verdicts they are named for', () => {
    const verdicts = ['conformant', 'deviating', 'known', 'inconclusive', 'partial'] as const
    expect(verdicts.map((kind) => sampleReport(kind).verdict)).toEqual([
      'conformant',
      'deviating',
      'deviating (known)',
      'inconclusive',
      'partial',
    ])
  })

  test.each(['inconclusive', 'errored', 'not-run'] as const)(
    'one MUST rule that is %s makes it inconclusive, a SHOULD rule does not',
    (verdict) => {
      const must = changed(({ id }) => id === 'KRR-HTTP-002', verdict)
      const should = changed(({ id }) => id === 'KRR-HTTP-005', verdict)
      expect(environmentVerdict(full(must))).toBe('inconclusive')
      expect(environmentVerdict(full(should))).toBe('conformant')
    },
  )

  test('a failed MUST rule outweighs what could not be judged; SHOULD and INFO never fail', () => {
    const mixed = changed(({ area }) => area === 'BODY', 'inconclusive').map((rule) =>
      rule.id === 'KRR-JWS-003' ? { ...rule, verdict: 'failed' as const } : rule,
    )
    expect(environmentVerdict(full(mixed))).toBe('deviating')
    expect(environmentVerdict(full(changed(({ level }) => level !== 'MUST', 'failed')))).toBe(
      'conformant',
    )
  })

  test.each(vitalAreas)('nothing passed in %s: inconclusive, though nothing failed', (vital) => {
    const silent = changed(({ area }) => area === vital, 'not-applicable')
    expect(environmentVerdict(full(silent))).toBe('inconclusive')
    expect(areasWithoutPass(full(silent))).toEqual([vital])
  })

  test('nothing passed in another area leaves it conformant', () => {
    const silent = changed(({ area }) => area === 'PATCH', 'not-exercised')
    expect(environmentVerdict(full(silent))).toBe('conformant')
  })

  test('writing was allowed and no PATCH rule passed: inconclusive, unless none applies', () => {
    const silent = changed(({ area }) => area === 'PATCH', 'not-exercised')
    expect(environmentVerdict(full(silent, true))).toBe('inconclusive')
    expect(areasWithoutPass(full(silent, true))).toEqual(['PATCH'])
    const readsOnly = changed(({ area }) => area === 'PATCH', 'not-applicable')
    expect(environmentVerdict(full(readsOnly, true))).toBe('conformant')
    expect(environmentVerdict(full(rules, true))).toBe('conformant')
  })

  test('a partial run is partial whatever was found', () => {
    expect(
      environmentVerdict({
        rules: changed(() => true, 'failed'),
        run: { selection: 'partial' },
      }),
    ).toBe('partial')
  })
})

describe('setAside', () => {
  test('MUST rules left out, in part or not applicable are named apart', () => {
    const [first] = rules.flatMap(({ observations }) => observations)
    if (first === undefined) throw new Error('the sample has no observation')
    const inPart = rules.map((rule) =>
      rule.id === 'KRR-AUTH-001'
        ? {
            ...rule,
            observations: [...rule.observations, { ...first, verdict: 'not-exercised' as const }],
          }
        : rule,
    )
    const { notExercised, notApplicable, inPart: partly } = setAside(inPart)
    const ids = [notExercised, notApplicable, partly].map((own) => own.map(({ id }) => id))
    expect(ids).toEqual([['KRR-JWS-006'], ['KRR-SPEC-001'], ['KRR-AUTH-001']])
  })
})
