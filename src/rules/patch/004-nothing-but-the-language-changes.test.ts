import { describe, expect, it } from 'vitest'
import { sampleJws, sampleReading } from '../body/sample-reading.fixture.ts'
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

  const contact = 'krr:user/kontaktinformasjon.read'
  const mailbox = 'krr:user/digitalpost.read'

  it.each([
    [[mailbox]],
    [[contact, mailbox, 'krr:user/spraak.write', mailbox]],
    [[contact, mailbox, mailbox]],
  ] as const)('does not apply where nothing was read as before, with %j', async (scopes) => {
    const change = {
      ...sampleChange(),
      before: sampleReading({ scopes, person: { spraak: 'en' } }),
    }
    expect(rule.notApplicable?.(change)).toBe(
      'no reading after the change was asked for as the one before it',
    )
    expect(await findingsOf(rule, change)).toEqual([])
  })

  it('compares with the reading of the same representation and scopes, whichever comes first', async () => {
    const before = sampleReading({ scopes: [contact] })
    const other = { spraak: 'nn', reservasjon: 'JA' }
    const after = [
      sampleReading({ scopes: [contact], person: other, jws: sampleJws }),
      sampleReading({ scopes: [contact, mailbox], person: other }),
      sampleReading({ scopes: [mailbox], person: other }),
    ] as const
    expect(rule.notApplicable?.({ ...sampleChange(), before, after })).toContain('no reading')
    const same = sampleReading({ scopes: [contact], person: { spraak: 'nn' } })
    const found = { ...sampleChange(), before, after: [after[0], after[1], same] as const }
    expect(rule.notApplicable?.(found)).toBeUndefined()
    expect(await findingsOf(rule, found)).toEqual([])
  })
})
