import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { nothingButTheLanguageChanges as rule } from './004-nothing-but-the-language-changes.ts'
import { sampleChange } from './sample-change.fixture.ts'

describe(rule.id, () => {
  it('conforms: only the language and its time', async () => {
    expect(rule.notApplicable?.(sampleChange())).toBeUndefined()
    expect(await findingsOf(rule, sampleChange())).toEqual([])
  })

  it('conforms: the language was never set before', async () => {
    const change = sampleChange({ before: { spraak: undefined, spraak_oppdatert: undefined } })
    expect(await findingsOf(rule, change)).toEqual([])
  })

  it('deviates: another member moved, one went, each told once', async () => {
    const change = sampleChange({ after: { reservasjon: 'JA', sertifikat: undefined } })
    expect(await findingsOf(rule, change)).toEqual([
      { at: '/reservasjon', expected: fromWire('NEI'), actual: fromWire('JA') },
      { at: '/sertifikat', expected: fromWire('MIIB'), actual: 'absent' },
    ])
  })

  it('does not apply to a change without any effect', () => {
    const { before } = sampleChange()
    const change = { ...sampleChange(), after: [before, before, before] as const }
    expect(rule.notApplicable?.(change)).toBe('the change had no effect at all')
  })

  it('does not apply where nothing was read as before', () => {
    const before = sampleReading({ scopes: ['krr:user/digitalpost.read'] })
    expect(rule.notApplicable?.({ ...sampleChange(), before })).toBe(
      'no reading after the change was asked for as the one before it',
    )
  })
})
