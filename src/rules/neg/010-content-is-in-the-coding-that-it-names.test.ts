import { describe, expect, it } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { contentIsInTheCodingThatItNames as rule } from './010-content-is-in-the-coding-that-it-names.ts'

const coded = (coding: string, isMiscoded: boolean) => {
  const exchange = sampleExchange({ fields: [['Content-Encoding', coding]], content: '{}' })
  const { response } = exchange
  return {
    ...exchange,
    response: isMiscoded ? { ...response, isMiscoded: true as const } : response,
  }
}

describe(rule.id, () => {
  it('conforms: content that was in its coding, and content in none', async () => {
    expect(await findingsOf(rule, coded('gzip', false))).toEqual([])
    expect(await findingsOf(rule, sampleExchange({ content: '{}' }))).toEqual([])
  })

  it('deviates: a coding that the content is not in', async () => {
    expect(await findingsOf(rule, coded('gzip', true))).toEqual([
      { at: 'Content-Encoding', expected: 'the coding of the content', actual: fromWire('gzip') },
    ])
  })

  it('does not apply without content', () => {
    expect(rule.notApplicable?.(sampleExchange())).toBe('there is no content')
    expect(rule.notApplicable?.(coded('gzip', true))).toBeUndefined()
  })
})
