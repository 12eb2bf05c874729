import { describe, expect, test } from 'vitest'
import { environmentAt } from '../../oidc/op.fixture.ts'
import { type OperatorOptions, refuseOthers, whatTheRunDoes } from './operator.ts'

const options = (changes: Parameters<typeof environmentAt>[1]): OperatorOptions => ({
  environment: environmentAt('https://op.example', changes),
  operator: { tell: () => {} },
  onSecret: () => {},
  interrupted: new AbortController().signal,
  waitsMs: 1,
})

describe('a person who is asked to log in', () => {
  test.each([
    [
      'in production, writing allowed',
      { production: true, allowWrite: true },
      'The run changes your language and puts it back: that change is made in a national register.',
    ],
    [
      'in production',
      { production: true, allowWrite: false },
      'The run reads your entry in the register and changes nothing.',
    ],
    [
      'in a test environment',
      { production: false, allowWrite: true },
      'The run changes your language in the register and puts it back.',
    ],
  ])('is told what the run does: %s', (_, changes, says) => {
    expect(whatTheRunDoes(options(changes))).toBe(says)
  })

  test('is the only one: a test user beside them is not applicable', () => {
    expect(() => refuseOthers('MAIN', { keyName: 'MINE' })).not.toThrow()
    expect(() => refuseOthers('EXPIRED', { keyName: 'MINE' })).toThrow(
      expect.objectContaining({
        verdict: 'not-applicable',
        message: 'with KRR_MINE_LOGIN=operator one person logs in, and no test user beside them',
      }),
    )
  })
})
