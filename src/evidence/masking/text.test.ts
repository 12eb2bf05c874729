import { describe, expect, test } from 'vitest'
import { pseudonymsWith, randomKey } from './pseudonym.ts'
import { maskShapes } from './text.ts'

const masked = (text: string) => maskShapes(text, pseudonymsWith(randomKey()))

describe('maskShapes', () => {
  test.each([
    [
      'a code in an address',
      'Redirecting to http://localhost/callback?code=a-code&state=s.',
      'a-code',
    ],
    ['a code in an address in HTML', '<a href="/callback?x=1&amp;code=a-code">', 'a-code'],
    ['a token in a document cut short', '{"access_token": "a-token", "expi', 'a-token'],
    ['an escaped quote in a member', '{"name":"Kari \\"K\\" Nordmann",', 'Nordmann'],
    ['an e-mail address', 'sent to kari@example.com', 'kari@example.com'],
    ['an identity number', 'for 058185 10073', '10073'],
    ['a mobile number', 'call +4799999999', '99999999'],
    ['an identity number beside letters', 'pid=a05818510073b', '05818510073'],
  ])('%s is masked', (_, text, secret) => {
    expect(text).toContain(secret)
    expect(masked(text)).not.toContain(secret)
  })

  test.each([
    'the status code=400 is documented; scope=openid',
    'https://example.com/docs?section=4&version=2',
    '"status": "AKTIV"',
    '"correlation_id": "0af41c2b-7d3e-4b61-9f00-a05818510014"',
    'id 00479999-9999-4111-8111-00479999999f',
  ])('%s stays as it is', (text) => {
    expect(masked(text)).toBe(text)
  })
})
