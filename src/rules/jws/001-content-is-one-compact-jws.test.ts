import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { contentIsOneCompactJws as rule } from './001-content-is-one-compact-jws.ts'

const segment = (text: string) => Buffer.from(text).toString('base64url')
const header = segment('{"alg":"RS256"}')
const jws = `${header}.${segment('{"status":"AKTIV"}')}.${segment('signature')}`
const judge = (content: string) => findingsOf(rule, sampleExchange({ content }))
const deviation = (actual: string) => [
  { at: 'content', expected: 'three unpadded base64url segments and nothing else', actual },
]

describe(rule.id, () => {
  test('conforms: three unpadded segments, the last of them empty or not', async () => {
    expect(await judge(jws)).toEqual([])
    expect(await judge(`${header}.e30.`)).toEqual([])
  })

  test.each([
    ['a line end', `${jws}\n`, 'white space around them'],
    ['a byte order mark', `\u{feff}${jws}`, 'white space around them'],
    ['a fourth segment', `${jws}.e30`, '4 segments'],
    ['padding', `${header}.e30=.AAAA`, 'padded segments'],
    ['quotes', `"${jws}"`, 'characters that are not base64url'],
    ['standard base64', `${header}.e30.a+/a`, 'characters that are not base64url'],
    ['bits left over', `${header}.e31.AAAA`, 'a segment with bits left over'],
  ])('deviates: %s', async (_, content, actual) => {
    expect(await judge(content)).toEqual(deviation(actual))
  })

  test('not applicable: what holds no JWS is left to KRR-NEG-002', () => {
    const reason = 'the content holds no JWS: KRR-NEG-002'
    expect(rule.notApplicable?.(sampleExchange({ content: '{"status":"AKTIV"}' }))).toBe(reason)
    expect(rule.notApplicable?.(sampleExchange({ status: 500, content: jws }))).toBe(reason)
    expect(rule.notApplicable?.(sampleExchange({ content: `${jws}\n` }))).toBeUndefined()
  })
})
