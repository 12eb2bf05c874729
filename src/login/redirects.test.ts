import { describe, expect, test } from 'vitest'
import { isRedirectTo, shownAddress, shownTitle } from './redirects.ts'

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
  test('an address has no query, fragment or long number', () => {
    expect(shownAddress('https://op.example/p/20914695016/a1?code=x#y')).toBe(
      'https://op.example/p/…/a1',
    )
    expect(shownAddress('about:blank')).toBe('no address')
    expect(shownAddress('data:text/html,secret')).toBe('no address')
  })

  test('a title has no digits and an end', () => {
    expect(shownTitle(' Person 20914695016 ')).toBe('"Person •••••••••••"')
    expect(shownTitle('x'.repeat(200))).toHaveLength(82)
    expect(shownTitle('')).toBe('no title')
  })
})
