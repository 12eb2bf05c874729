import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { acrIsAtLeastTheLevelRequested as rule } from './007-acr-is-at-least-the-level-requested.ts'
import { sampleLogin } from './sample-login.fixture.ts'

const [low, substantial, high] = ['low', 'substantial', 'high'].map((own) => `idporten-loa-${own}`)
const login = (acrValues: string, acr: unknown) =>
  sampleLogin({ request: { acrValues }, idToken: { acr } })

describe(rule.id, () => {
  test.each([
    [substantial, substantial],
    [substantial, high],
    [`${high} ${substantial}`, substantial],
    ['eidas-loa-low', 'eidas-loa-low'],
    ['eidas-loa-low', 'eidas-loa-high'],
    [substantial, 'eidas-loa-high'],
    ['eidas-loa-substantial', substantial],
    ['idporten-loa-substantial-limited', substantial],
    [low, 'idporten-loa-substantial-limited'],
    ['selfregistered-email', 'selfregistered-email'],
  ])('conforms: requested %s, asserted %s', async (requested, acr) => {
    expect(await findingsOf(rule, login(String(requested), acr))).toEqual([])
  })

  test.each([
    [substantial, low],
    [high, substantial],
    [substantial, 'idporten-loa-substantial-limited'],
    [substantial, 'eidas-loa-low'],
    [substantial, 'other-loa-high'],
    [substantial, 'idporten-loa-highest'],
    ['idporten-loa-unknown', high],
    ['selfregistered-email', high],
    [substantial, 4],
  ])('deviates: requested %s, asserted %s', async (requested, acr) => {
    expect(await findingsOf(rule, login(String(requested), acr))).toEqual([
      { at: '/id_token/acr', expected: requested, actual: fromWire(acr) },
    ])
  })

  test('deviates: no acr, and each of two requested is named', async () => {
    expect(await findingsOf(rule, login(`${high} ${substantial}`, undefined))).toEqual([
      { at: '/id_token/acr', expected: `${high} or ${substantial}`, actual: 'absent' },
    ])
  })

  test('deviates: no ID token that anything could be read from', async () => {
    const unread = sampleLogin({ tokenResponse: { id_token: 'a' } })
    expect(await findingsOf(rule, unread)).toMatchObject([{ actual: 'absent' }])
  })

  test('not applicable: nothing requested; no ID token', () => {
    expect(rule.notApplicable?.(login('', high))).toBe('no acr_values were requested')
    expect(rule.notApplicable?.(sampleLogin({ tokenResponse: { id_token: 'a' } }))).toBe(
      'there is no readable ID token: KRR-OP-006',
    )
    expect(rule.notApplicable?.(sampleLogin())).toBeUndefined()
  })
})
