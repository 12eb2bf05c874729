import { describe, expect, test } from 'vitest'
import { createCookieJar } from './requests.ts'

const url = 'https://login.example/authorize'
const setCookies = (...values: readonly string[]) => ({
  fields: values.map((value) => ['Set-Cookie', value] as const),
})

describe('the cookie jar', () => {
  test('gives cookies back to the host that set them, the last value of each', () => {
    const jar = createCookieJar(() => {})
    jar.keep(url, setCookies('a=1; Path=/; HttpOnly', 'b=x=y'))
    jar.keep(url, setCookies('a=2'))
    expect(jar.fieldsFor('https://login.example/other')).toEqual([['cookie', 'a=2; b=x=y']])
  })

  test('gives another host nothing', () => {
    const jar = createCookieJar(() => {})
    jar.keep(url, setCookies('a=1'))
    expect(jar.fieldsFor('https://other.example/')).toEqual([])
  })

  test('forgets what the server ends', () => {
    const jar = createCookieJar(() => {})
    jar.keep(url, setCookies('a=1', 'b=1', 'c=1'))
    jar.keep(url, setCookies('a=', 'b=1; Max-Age=0', 'c=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'))
    expect(jar.fieldsFor(url)).toEqual([])
  })

  test('makes each value known', () => {
    const known: string[] = []
    createCookieJar((kind, value) => known.push(`${kind} ${value}`)).keep(
      url,
      setCookies('a=b; Secure'),
    )
    expect(known).toEqual(['cookie b'])
  })
})
