import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { requestedScopesAreGranted as rule } from './009-requested-scopes-are-granted.ts'
import { sampleLogin } from './sample-login.fixture.ts'

const contact = 'krr:user/kontaktinformasjon.read'
const language = 'krr:user/spraak.write'
const judge = (scope: unknown) => findingsOf(rule, sampleLogin({ tokenResponse: { scope } }))

describe(rule.id, () => {
  test('conforms: those requested in any order, whatever else; no scope in the response', async () => {
    expect(await judge(`${language} ${contact}`)).toEqual([])
    expect(await judge(`openid email ${contact} ${language}`)).toEqual([])
    expect(await judge(undefined)).toEqual([])
  })

  test('deviates: fewer', async () => {
    expect(await judge(`openid profile ${language}`)).toEqual([
      { at: '/scope', expected: contact, actual: 'not granted: client registration or consent' },
    ])
  })

  test('deviates: more', async () => {
    const extra = 'krr:user/digitalpost.read'
    expect(await judge(`${contact} ${language} ${extra}`)).toEqual([
      { at: '/scope', expected: 'no scope beyond those requested', actual: fromWire(extra) },
    ])
  })

  test('deviates: a list in place of a string', async () => {
    expect(await judge([contact, language])).toEqual([
      { at: '/scope', expected: 'a string', actual: fromWire([contact, language]) },
    ])
  })

  test('not applicable: without a token response', () => {
    expect(rule.notApplicable?.(sampleLogin({ token: { status: 500 } }))).toBe(
      'there is no successful token response: KRR-OP-005',
    )
  })
})
