import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMasker } from './masker.ts'
import { pseudonymsWith, randomKey } from './pseudonym.ts'

const masker = createMasker(pseudonymsWith(randomKey()), false)
const inProduction = createMasker(pseudonymsWith(randomKey()), true)
const memberName = fc.stringMatching(/^[a-z_]{1,20}$/)
const secret = fc.stringMatching(/^[A-Z][a-z]{7,15}$/)

describe('masker', () => {
  test('of a person nothing shows but codes, timestamps and status, whatever the members are called', () => {
    fc.assert(
      fc.property(memberName, secret, (name, value) => {
        fc.pre(
          !/(_oppdatert|_verifisert|tidspunkt)$|^(status|spraak|reservasjon|varslingsstatus)$/.test(
            name,
          ),
        )
        fc.pre(!['iss', 'aud', 'exp', 'iat', 'nbf', 'acr', 'amr', 'scope'].includes(name))
        const shown = JSON.stringify(masker.json({ outer: [{ [name]: value }] }, 'person'))
        expect(shown).not.toContain(value)
      }),
    )
  })

  test('in production the codes and timestamps of a person are masked as well', () => {
    const person = {
      status: 'AKTIV',
      spraak: 'nb',
      reservasjon: 'NEI',
      spraak_oppdatert: '2018-06-29T10:14:52+02',
    }
    expect(masker.json(person, 'person')).toEqual(person)
    const shown = JSON.stringify(inProduction.json(person, 'person'))
    for (const value of ['"nb"', '"NEI"', '2018']) expect(shown).not.toContain(value)
    expect(shown).toContain('AKTIV')
  })

  test('a URL loses its user info and the values of all parameters that are not plain', () => {
    const shown = masker.url(
      'https://me:secret@idporten.no/authorize?scope=openid&state=s-123456&code=c-123456&unknown=u-123456',
    )
    expect(shown).toContain('scope=openid')
    for (const value of ['me:secret', 's-123456', 'c-123456', 'u-123456'])
      expect(shown).not.toContain(value)
  })

  test('a form shows what kind of request it is, and none of its secrets', () => {
    const shown = masker.form(
      'grant_type=authorization_code&code=c-123456&code_verifier=v-123456&client_secret=x-123456',
    )
    expect(shown).toContain('grant_type=authorization_code')
    for (const value of ['c-123456', 'v-123456', 'x-123456']) expect(shown).not.toContain(value)
  })

  test('equal values show as equal, and their kind and length', () => {
    const { one, two } = masker.json(
      { one: { pid: '20914695016' }, two: { pid: '20914695016' } },
      'person',
    ) as {
      one: { pid: string }
      two: { pid: string }
    }
    expect(one.pid).toBe(two.pid)
    expect(one.pid).toMatch(/^\[pid as digits, 11 characters, #[0-9a-f]{8}\]$/)
  })

  test('the form of a personal value stays, and that of a secret does not', () => {
    const shown = masker.json(
      { pid: 20914695016, tid: '2018-06-29T10:14:52+02', code: '12345678901', state: 'abcdef' },
      'person',
    )
    expect(JSON.parse(JSON.stringify(shown).replaceAll(/ #[0-9a-f]{8}/g, ' #'))).toEqual({
      pid: '[pid as number, 11 characters, #]',
      tid: '[string as yyyy-mm-ddThh:mm:ss±hh, 22 characters, #]',
      code: '[code, 11 characters, #]',
      state: '[state, 6 characters, #]',
    })
  })

  test('the shape of a value stays: null, booleans and empty strings are what a reader must see', () => {
    const person = {
      epostadresse: '',
      sertifikat: null,
      digital_post: [],
      kontaktinformasjon: {},
      flag: true,
    }
    expect(masker.json(person, 'person')).toEqual(person)
  })

  test('a text that was shown before is masked as soon as a value in it is known', () => {
    const learning = createMasker(pseudonymsWith(randomKey()), false)
    expect(learning.text('hei Kari Nordmann')).toBe('hei Kari Nordmann')
    learning.vault.learn('name', 'Kari Nordmann')
    expect(learning.text('hei Kari Nordmann')).not.toContain('Kari')
  })
})
