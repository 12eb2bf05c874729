import { describe, expect, test } from 'vitest'
import { isRedirectTo, shownAddress, shownTitle } from './requests.ts'

describe('redirects', () => {
  test.each([
    ['http://localhost:3000/callback?code=x', true],
    ['http://localhost:3000/callback', true],
    ['http://localhost:3000/callback/more', false],
    ['http://localhost:3001/callback', false],
    ['https://localhost:3000/callback', false],
  ])('%s: the redirect URI is %s', (url, expected) => {
    expect(isRedirectTo('http://localhost:3000/callback', new URL(url))).toBe(expected)
  })
})

describe('what is shown of a page', () => {
  test('an address has no query and no fragment, and of its path what says which page it is', () => {
    expect(shownAddress('https://op.example:8443/authorize/selector/20914695016/a1?code=x#y')).toBe(
      'https://op.example:8443/authorize/selector/…/…',
    )
    expect(shownAddress('https://20914695016.example/Kari%20Nordmann')).toBe('https://….example/…')
    expect(shownAddress('about:blank')).toBe('no address')
    expect(shownAddress('data:text/html,secret')).toBe('no address')
  })

  test.each([
    ['Feil: Logg inn – ID-porten', '"Feil: Logg inn – ID-porten"'],
    [' Personidentifikator 20914695016 ', '"Personidentifikator •••••••••••"'],
    ['Hei, Kari Nordmann!', '"Hei, •••• ••••••••!"'],
    ['Logg inn som kari@logg.inn.no', '"Logg inn som ••••••••••••••••"'],
    ['K\u200bari, Ｋａｒｉ, K\u0061\u0301ri: Velg språk', '"•••••, ••••, ••••: Velg språk"'],
    ["This site can't be reached", `"This site can't be reached"`],
    ['', 'no title'],
  ])('of the title %j it is %s', (title, shown) => {
    expect(shownTitle(title)).toBe(shown)
  })

  test('a title has an end', () => {
    expect(shownTitle('x'.repeat(200))).toHaveLength(82)
    expect(shownTitle('x'.repeat(2_000_000))).toHaveLength(82)
  })
})
