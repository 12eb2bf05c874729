import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { languageIsLeftAsFound as rule } from './014-language-is-left-as-found.ts'

const expected = 'the language that was found'

describe(rule.id, () => {
  it('conforms: the same language, its time moved', async () => {
    const left = sampleReading({ person: { spraak_oppdatert: '2026-11-22T13:00:00+01' } })
    expect(await findingsOf(rule, { found: 'nb', left })).toEqual([])
  })

  it('deviates: another language', async () => {
    expect(await findingsOf(rule, { found: 'se', left: sampleReading() })).toEqual([
      { at: '/spraak', expected, actual: fromWire('nb') },
    ])
  })

  it('deviates: no language', async () => {
    const left = sampleReading({ person: { spraak: undefined } })
    expect(await findingsOf(rule, { found: 'nb', left })).toEqual([
      { at: '/spraak', expected, actual: 'absent' },
    ])
  })
})
