import { describe, expect, test } from 'vitest'
import { readPasted } from './paste-login.ts'

const redirectUri = 'http://localhost:3000/callback'
const expected = { redirectUri, state: 'the-state' }
const right = `${redirectUri}?code=the-code&state=the-state&iss=https%3A%2F%2Fop.example`

const refusal = (line: string): string => {
  const pasted = readPasted(line, expected)
  return pasted.kind === 'refused' ? pasted.because : 'taken'
}

describe('a pasted line', () => {
  test.each([
    ['as it is', right],
    ['with what a shell or a mail puts around it', `  <"${right}">\r`],
    ['without the scheme, as browsers show it', right.replace('http://', '')],
    ['with an error in place of a code', `${redirectUri}?error=access_denied&state=the-state`],
  ])('is the redirect: %s', (_, line) => {
    const pasted = readPasted(line, expected)
    expect(pasted).toMatchObject({ kind: 'redirect' })
    expect(pasted.kind === 'redirect' && pasted.url.searchParams.get('state')).toBe('the-state')
  })

  test.each([
    ['nothing', '   ', 'nothing was pasted'],
    ['no address', 'http://', 'that is no address'],
    ['a code alone', 'the-code', /^that is not the address you were sent to/],
    [
      'the address that was opened',
      'https://op.example/authorize?state=the-state',
      /^that is not the address you were sent to/,
    ],
    [
      'another host',
      right.replace('localhost:3000', 'localhost:4000'),
      /^that is not the address you were sent to/,
    ],
    ['a part of it', `${redirectUri}?state=the-state`, /no code in it/],
    ['another login’s', right.replace('the-state', 'a-state'), /of another login/],
    ['one without state', `${redirectUri}?code=the-code`, /of another login/],
    ['one with two states', `${right}&state=the-state`, /of another login/],
  ])('is asked for once more: %s', (_, line, because) => {
    expect(refusal(line)).toMatch(because)
  })

  test('is never repeated in what is said of it', () => {
    for (const line of [right.replace('the-state', 'a-state'), 'the-code', `x ${right}`])
      expect(refusal(line)).not.toMatch(/the-code|a-state/)
  })
})
