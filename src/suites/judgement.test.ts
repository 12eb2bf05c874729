import { describe, expect, test } from 'vitest'
import { createMasker } from '../evidence/masking/masker.ts'
import { pseudonymsWith, randomKey } from '../evidence/masking/pseudonym.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { fromWire, type Rule } from '../rules/rule.ts'
import { RFC_9110 } from '../rules/sources.ts'
import { judge } from './judgement.ts'
import { once } from './once.ts'

interface Sample {
  readonly value: string
}

const valueIsRight: Rule<Sample> = {
  id: 'KRR-HTTP-999',
  title: 'the value is right',
  level: 'MUST',
  basis: 'standard',
  citations: [{ source: RFC_9110, section: '1' }],
  notApplicable: ({ value }) => (value === 'none' ? 'there is no value' : undefined),
  *check({ value }) {
    if (value.startsWith('wrong'))
      yield { at: '/epostadresse', expected: 'right', actual: fromWire(value) }
    if (value === 'crash') throw new TypeError('cannot read it')
  },
  met: ({ value }) => (value === 'right' ? 'the right one' : undefined),
}

const masker = createMasker(pseudonymsWith(randomKey()), false)
const judged = (gather: () => Promise<Sample>, again?: () => Promise<Sample>) =>
  judge(valueIsRight, once(gather), { where: 'here', masker, again })

describe('judgement', () => {
  test('on evidence that carries a warning only, the level is told', async () => {
    const rule: Rule<Sample> = {
      ...valueIsRight,
      levelFor: ({ value }) => (value === 'wrong for sure' ? 'MUST' : 'SHOULD'),
    }
    const judgedAs = (value: string) =>
      judge(
        rule,
        once(async () => ({ value })),
        { where: 'here', masker },
      )
    expect(await judgedAs('wrong')).toMatchObject({ verdict: 'failed', level: 'SHOULD' })
    expect(await judgedAs('wrong for sure')).not.toHaveProperty('level')
  })

  test('without a finding a rule has passed, and says which reading it met', async () => {
    expect(await judged(async () => ({ value: 'right' }))).toMatchObject({
      verdict: 'passed',
      met: 'the right one',
      findings: [],
    })
  })

  test('with a finding it has failed, and the value from the wire is masked by its member', async () => {
    const { verdict, findings } = await judged(async () => ({ value: 'wrong@example.com' }))
    expect(verdict).toBe('failed')
    expect(findings).toEqual([
      {
        at: '/epostadresse',
        expected: 'right',
        actual: expect.stringMatching(/^\[epostadresse as address, 17 characters, #[0-9a-f]{8}\]$/),
      },
    ])
  })

  test('a condition that does not hold makes it not applicable, with the reason', async () => {
    expect(await judged(async () => ({ value: 'none' }))).toMatchObject({
      verdict: 'not-applicable',
      reason: 'there is no value',
    })
  })

  test('without evidence it is what the error says, never failed', async () => {
    const refuse = (verdict: 'inconclusive' | 'not-exercised') => async (): Promise<Sample> => {
      throw new EvidenceUnavailableError('no answer', { verdict })
    }
    expect(await judged(refuse('inconclusive'))).toMatchObject({
      verdict: 'inconclusive',
      reason: 'no answer',
    })
    expect(await judged(refuse('not-exercised'))).toMatchObject({ verdict: 'not-exercised' })
  })

  test('a rule that throws is the harness breaking, not the target', async () => {
    expect(await judged(async () => ({ value: 'crash' }))).toMatchObject({
      verdict: 'errored',
      reason: 'TypeError: cannot read it',
    })
  })

  test('a difference that does not come again is interference', async () => {
    const wrong = async () => ({ value: 'wrong' })
    expect(await judged(wrong, async () => ({ value: 'right' }))).toMatchObject({
      verdict: 'inconclusive',
    })
    expect(await judged(wrong, wrong)).toMatchObject({ verdict: 'failed' })
  })
})
