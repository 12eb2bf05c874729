import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { spraakIsAKnownCode as rule } from './005-spraak-is-a-known-code.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const withSpraak = (spraak: unknown) => sampleReading({ person: { spraak } })

describe(rule.id, () => {
  it.each(['nb', 'nn', 'en', 'se'])('conforms: %s', async (spraak) => {
    expect(rule.notApplicable?.(withSpraak(spraak))).toBeUndefined()
    expect(await findingsOf(rule, withSpraak(spraak))).toEqual([])
  })

  it.each(['no', 'nob', 'NB', 1, ['nb']])('deviates: %j', async (spraak) => {
    expect(await findingsOf(rule, withSpraak(spraak))).toEqual([
      { at: '/spraak', expected: 'one of nb, nn, en, se', actual: fromWire(spraak) },
    ])
  })

  it.each([undefined, null, ''])('does not apply where the language is %j', (spraak) => {
    expect(rule.notApplicable?.(withSpraak(spraak))).toBe('there is no spraak')
  })
})
