import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../evidence/json.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { ageOfAddressesBesideVarslingsstatus as rule } from './027-age-of-addresses-beside-varslingsstatus.ts'
import { sampleReading } from './sample-reading.fixture.ts'

/** The sample is read on 2026-11-22: 18 months before is 2025-05-22. */
const [fresh, old] = ['2025-05-22T14:00:02+02', '2025-05-22T14:00:00+02']

const reading = (varslingsstatus: unknown, contact: JsonObject, person: JsonObject = {}) =>
  sampleReading({ person: { varslingsstatus, kontaktinformasjon: contact, ...person } })

const newer = { epostadresse_oppdatert: old, mobiltelefonnummer_sist_verifisert: fresh }
const older = { epostadresse_sist_verifisert: old, mobiltelefonnummer_oppdatert: old }

describe(rule.id, () => {
  it.each([
    ['KAN_VARSLES', newer, 'KAN_VARSLES, by the 18 months'],
    ['KAN_IKKE_VARSLES', older, 'KAN_IKKE_VARSLES, by the 18 months'],
    ['KAN_VARSLES', older, 'KAN_VARSLES, though every time is older than 18 months'],
    ['KAN_IKKE_VARSLES', newer, 'KAN_IKKE_VARSLES, though one time is newer than 18 months'],
    ['KANSKJE', newer, undefined],
  ])('tells of %s with %j, and judges nothing', async (status, contact, met) => {
    const subject = reading(status, contact)
    expect(rule.notApplicable?.(subject)).toBeUndefined()
    expect(rule.met?.(subject)).toBe(met)
    expect(await findingsOf(rule, subject)).toEqual([])
  })

  it.each([
    [reading('KAN_VARSLES', { epostadresse: 'a@b.no' }), 'there is no time of an address'],
    [reading('KAN_VARSLES', { epostadresse_oppdatert: 'x' }), 'there is no time of an address'],
    [
      reading('KAN_IKKE_VARSLES', newer, { reservasjon: 'JA' }),
      'the person is reserved or gone: varslingsstatus says no more',
    ],
    [
      reading('KAN_IKKE_VARSLES', newer, { status: 'SLETTET' }),
      'the person is reserved or gone: varslingsstatus says no more',
    ],
    [
      { ...reading('KAN_VARSLES', newer), scopes: [] },
      'krr:user/kontaktinformasjon.read was not granted',
    ],
  ])('does not apply: %#', (subject, reason) => {
    expect(rule.notApplicable?.(subject)).toBe(reason)
  })
})
