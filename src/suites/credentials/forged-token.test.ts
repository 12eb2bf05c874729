import { describe, expect, test } from 'vitest'
import { livingLonger, ofAnotherClient, ofSomebodyElse, withAllScopes } from './forged-token.ts'

const claims = {
  iss: 'https://issuer.example',
  sub: 'abc',
  pid: '18818599944',
  client_id: 'client-1',
  scope: 'openid profile krr:user/kontaktinformasjon.read',
  exp: 1_763_812_801,
}

describe('alterations', () => {
  test.each([
    ['exp', livingLonger, ['exp']],
    ['pid', ofSomebodyElse, ['pid']],
    ['scope', withAllScopes, ['scope']],
    ['client_id and sub', ofAnotherClient, ['client_id', 'sub']],
  ] as const)(
    'what alters %s makes other values of it, and names nothing else',
    (_, alter, names) => {
      const altered = alter(claims)
      expect(Object.keys(altered)).toEqual(names)
      for (const name of names) {
        expect(typeof altered[name]).toBe(typeof claims[name])
        expect(altered[name]).not.toBe(claims[name])
      }
    },
  )

  test('a token with fewer scopes claims all three', () => {
    expect(withAllScopes(claims)).toEqual({
      scope:
        'openid profile krr:user/kontaktinformasjon.read krr:user/digitalpost.read krr:user/spraak.write',
    })
  })
})
