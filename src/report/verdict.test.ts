import { describe, expect, test } from 'vitest'
import type { RuleResult, Verdict } from './model.ts'
import { sampleReport } from './sample-report.fixture.ts'
import { areasWithoutPass, environmentVerdict, setAside, vitalAreas } from './verdict.ts'

const { rules } = sampleReport('conformant')

const changed = (which: (rule: RuleResult) => boolean, verdict: Verdict): readonly RuleResult[] =>
  rules.map((rule) => (which(rule) ? { ...rule, verdict } : rule))

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
      expect(environmentVerdict(must, 'full')).toBe('inconclusive')
      expect(environmentVerdict(should, 'full')).toBe('conformant')
    },
  )

  test('a failed MUST rule outweighs what could not be judged; SHOULD and INFO never fail', () => {
    const mixed = changed(({ area }) => area === 'BODY', 'inconclusive').map((rule) =>
      rule.id === 'KRR-JWS-003' ? { ...rule, verdict: 'failed' as const } : rule,
    )
    expect(environmentVerdict(mixed, 'full')).toBe('deviating')
    expect(
      environmentVerdict(
        changed(({ level }) => level !== 'MUST', 'failed'),
        'full',
      ),
    ).toBe('conformant')
  })

  test.each(vitalAreas)('nothing passed in %s: inconclusive, though nothing failed', (vital) => {
    const silent = changed(({ area }) => area === vital, 'not-applicable')
    expect(environmentVerdict(silent, 'full')).toBe('inconclusive')
    expect(areasWithoutPass(silent)).toEqual([vital])
  })

  test('nothing passed in another area leaves it conformant', () => {
    const silent = changed(({ area }) => area === 'PATCH', 'not-exercised')
    expect(environmentVerdict(silent, 'full')).toBe('conformant')
  })

  test('a partial run is partial whatever was found', () => {
    expect(
      environmentVerdict(
        changed(() => true, 'failed'),
        'partial',
      ),
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
