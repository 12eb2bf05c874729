import { describe, expect, test } from 'vitest'
import { pseudonymKeyFor } from './pseudonym-key.ts'

const stateKey = 'a-state-key-of-the-tests-and-no-other'
const keyOf = (name: string, production: boolean, own: string | undefined) =>
  Buffer.from(pseudonymKeyFor({ name, production }, { stateKey: own })).toString('hex')

describe('the key of pseudonyms', () => {
  test('is the same between runs with KRR_STATE_KEY, and another for each environment and key', () => {
    expect(keyOf('test', false, stateKey)).toBe(keyOf('test', false, stateKey))
    const keys = [
      keyOf('test', false, stateKey),
      keyOf('mine', false, stateKey),
      keyOf('test', false, `${stateKey}!`),
    ]
    expect(new Set(keys).size).toBe(3)
    for (const key of keys) expect(key).toMatch(/^[\da-f]{64}$/)
  })

  test('is one for each run without it, and always in production', () => {
    expect(keyOf('test', false, undefined)).not.toBe(keyOf('test', false, undefined))
    expect(keyOf('prod', true, stateKey)).not.toBe(keyOf('prod', true, stateKey))
  })
})
