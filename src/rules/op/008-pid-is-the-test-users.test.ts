import { describe, expect, test } from 'vitest'
import { samplePid } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { pidIsTheTestUsers as rule } from './008-pid-is-the-test-users.ts'
import { sampleLogin } from './sample-login.fixture.ts'

const expected = fromWire(samplePid)

describe(rule.id, () => {
  test("conforms: the test user's", async () => {
    expect(await findingsOf(rule, sampleLogin())).toEqual([])
  })

  test("deviates: another person's, which only a masked value shows; none", async () => {
    const another = sampleLogin({ idToken: { pid: '22885399316' } })
    expect(await findingsOf(rule, another)).toEqual([
      { at: '/id_token/pid', expected, actual: fromWire('22885399316') },
    ])
    const none = sampleLogin({ idToken: { pid: undefined } })
    expect(await findingsOf(rule, none)).toEqual([
      { at: '/id_token/pid', expected, actual: 'absent' },
    ])
  })

  test("not applicable: an operator's login; no ID token", async () => {
    const operator = sampleLogin({ expectedPid: undefined })
    expect(rule.notApplicable?.(operator)).toBe(
      'an operator logged in, whose own pid is the expected one',
    )
    expect(await findingsOf(rule, operator)).toEqual([])
    expect(rule.notApplicable?.(sampleLogin({ tokenResponse: { id_token: 7 } }))).toBe(
      'there is no readable ID token: KRR-OP-006',
    )
  })
})
