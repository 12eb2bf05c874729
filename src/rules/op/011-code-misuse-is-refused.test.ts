import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { codeMisuseIsRefused as rule } from './011-code-misuse-is-refused.ts'
import { sampleLogin } from './sample-login.fixture.ts'

const judge = (status: number, content: unknown) =>
  findingsOf(rule, {
    misuse: 'replayed',
    twin: sampleLogin().token,
    exchange: sampleExchange({ status, content: JSON.stringify(content) }),
  })

describe(rule.id, () => {
  test('conforms: 400 invalid_grant', async () => {
    expect(await judge(400, { error: 'invalid_grant', error_description: 'used' })).toEqual([])
  })

  test('deviates: tokens all the same, whose values no finding shows', async () => {
    expect(await judge(200, { access_token: 'secret', token_type: 'Bearer' })).toEqual([
      { at: 'status', expected: '400', actual: fromWire(200) },
      { at: '/error', expected: 'invalid_grant', actual: 'absent' },
      { at: '/access_token', expected: 'no token', actual: 'present' },
    ])
  })

  test('deviates: another error', async () => {
    expect(await judge(400, { error: 'invalid_request' })).toEqual([
      { at: '/error', expected: 'invalid_grant', actual: fromWire('invalid_request') },
    ])
  })

  test('deviates: a server that breaks', async () => {
    expect(await judge(500, 'oops')).toEqual([
      { at: 'status', expected: '400', actual: fromWire(500) },
      { at: '/error', expected: 'invalid_grant', actual: 'absent' },
    ])
  })
})
