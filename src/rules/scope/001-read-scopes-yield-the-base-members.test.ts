import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { readScopesYieldTheBaseMembers as rule } from './001-read-scopes-yield-the-base-members.ts'

describe(rule.id, () => {
  it.each(['krr:user/kontaktinformasjon.read', 'krr:user/digitalpost.read'] as const)(
    'conforms: all three with %s',
    async (scope) => {
      const reading = sampleReading({ scopes: [scope] })
      expect(rule.notApplicable?.(reading)).toBeUndefined()
      expect(await findingsOf(rule, reading)).toEqual([])
    },
  )

  it('deviates: one missing, one null', async () => {
    const person = { reservasjon: undefined, status: null }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([
      { at: '/reservasjon', expected: 'present', actual: 'absent' },
      { at: '/status', expected: 'present', actual: fromWire(null) },
    ])
  })

  it.each(['SLETTET', 'IKKE_REGISTRERT'])(
    'of %s either reading conforms, and is told',
    async (status) => {
      for (const [reservasjon, which] of [
        ['NEI', 'with'],
        [undefined, 'without'],
      ]) {
        const reading = sampleReading({ person: { status, reservasjon } })
        expect(await findingsOf(rule, reading)).toEqual([])
        expect(rule.met?.(reading)).toBe(`${status}, ${which} reservasjon`)
      }
      expect(rule.met?.(sampleReading())).toBeUndefined()
    },
  )

  it('deviates: nothing but empty strings', async () => {
    const person = { personidentifikator: '', reservasjon: '', status: '' }
    expect((await findingsOf(rule, sampleReading({ person }))).map(({ at }) => at)).toEqual([
      '/personidentifikator',
      '/reservasjon',
      '/status',
    ])
  })

  it('does not apply to spraak.write alone', () => {
    expect(rule.notApplicable?.(sampleReading({ scopes: ['krr:user/spraak.write'] }))).toBe(
      'no read scope was granted',
    )
  })
})
