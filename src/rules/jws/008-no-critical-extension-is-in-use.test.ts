import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { noCriticalExtensionIsInUse as rule } from './008-no-critical-extension-is-in-use.ts'
import { certify, readingOf } from './sample-chain.fixture.ts'

const signer = certify({ name: 'leaf' })
const judge = (header: Record<string, unknown>) => findingsOf(rule, readingOf({ signer, header }))
const expected = 'absent, or a list of names'

describe(rule.id, () => {
  test('conforms: no crit, whatever else the header has', async () => {
    expect(await judge({})).toEqual([])
    expect(await judge({ typ: 'JOSE', kid: 'key-1', 'krr/version': 2 })).toEqual([])
  })

  test('deviates: extensions that nobody documents, b64 among them', async () => {
    const none = { at: 'crit', expected: 'no extension, for none is documented' }
    const header = { crit: ['b64', 'krr/version'], b64: false, 'krr/version': 2 }
    expect(await judge(header)).toEqual([
      { ...none, actual: fromWire('b64') },
      { ...none, actual: fromWire('krr/version') },
    ])
  })

  test('deviates: an empty list', async () => {
    expect(await judge({ crit: [] })).toEqual([{ at: 'crit', expected, actual: 'an empty list' }])
  })

  test.each([['exp'], [null], [{}]])('deviates: %s in place of a list', async (crit) => {
    expect(await judge({ crit })).toEqual([{ at: 'crit', expected, actual: fromWire(crit) }])
  })
})
