import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { epostadresseIsAnAddress as rule } from './012-epostadresse-is-an-address.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const withAddress = (epostadresse: unknown) =>
  sampleReading({ person: { kontaktinformasjon: { epostadresse } } })
const at = '/kontaktinformasjon/epostadresse'

describe(rule.id, () => {
  it.each([
    'test@example.org',
    '20914695016-test@minid.norge.no',
    "ola.o'nordmann+krr@post.example.co.uk",
    'kari_nordmann@blåbær.example',
    '"kari nordmann"@example.org',
    'kari@[192.0.2.1]',
    `${'a'.repeat(38)}@example.org`,
    'a@b.no',
  ])('conforms: %s', async (epostadresse) => {
    const reading = withAddress(epostadresse)
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it.each([
    'kari.nordmann',
    '@example.org',
    'kari@',
    'kari@localhost',
    'kari@@example.org',
    'kari@example..org',
    '.kari@example.org',
    'a@b',
    'kari.@example.org',
    'kari nordmann@example.org',
    'kari@-example.org',
    'kari@192.0.2.1',
    'kari@example.org, ola@example.org',
    'Kari <kari@example.org>',
    'kari@example.org\n',
  ])('deviates: %j', async (epostadresse) => {
    expect(await findingsOf(rule, withAddress(epostadresse))).toEqual([
      { at, expected: 'an e-mail address', actual: fromWire(epostadresse) },
    ])
  })

  it.each([
    ['', '0 characters'],
    ['@a', '2 characters'],
    [`${'a'.repeat(39)}@example.org`, '51 characters'],
  ])('deviates: %j', async (epostadresse, actual) => {
    expect(await findingsOf(rule, withAddress(epostadresse))).toEqual([
      { at, expected: '3 to 50 characters', actual },
    ])
  })

  it.each([undefined, null, 7, ['test@example.org']])('does not apply to %j', (epostadresse) => {
    expect(rule.notApplicable?.(withAddress(epostadresse))).toBe('there is no epostadresse')
  })
})
