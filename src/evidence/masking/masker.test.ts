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

  test('in production no two codes can be told apart but by their length, nor one be known from another request', () => {
    const shownAs = (spraak: string) => inProduction.named('spraak', spraak, 'person')
    expect(shownAs('nb')).toBe('[string as lower case, 2 characters, #00000000]')
    expect(shownAs('nb')).toBe(shownAs('en'))
    const times = ['2018-06-29T10:14:52+02', '2019-06-29T10:14:52+02']
    const [one, other] = times.map((time) => inProduction.named('spraak_oppdatert', time, 'person'))
    expect(one).not.toBe(other)
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

  const plainly = createMasker(
    (kind, value, form) => `<${form === undefined ? kind : `${kind} as ${form}`}: ${value}>`,
    false,
  )

  test('lists are masked item by item, under the name of their member', () => {
    expect(plainly.json([{ email: ['a', 'b'] }, ['c'], 1, null], 'open')).toEqual([
      { email: ['<epostadresse: a>', '<epostadresse: b>'] },
      ['c'],
      1,
      null,
    ])
    expect(plainly.named('email', undefined, 'open')).toBeUndefined()
  })

  test('names are masked as texts are', () => {
    expect(plainly.json({ '20914695016': 1 }, 'open')).toEqual({ '<pid: 20914695016>': 1 })
  })

  test('a number in a person is masked as a number, and a plain member that has one stays plain', () => {
    const person = { hus: 12, spraak: 12, status: 20914695016, iat: 1 }
    expect(plainly.json(person, 'person')).toEqual({
      hus: '<number as number: 12>',
      spraak: 12,
      status: '<number as number: 20914695016>',
      iat: 1,
    })
  })

  test('a plain member of a person shows what looks like a code of the contract, and nothing else', () => {
    const plain = [
      { status: 'AKTIV', reservasjon: 'Nei', varslingsstatus: 'kan-ikke-varsles' },
      { status: 'UKJENT', reservasjon: 'true', varslingsstatus: 'KanVarsles' },
      { spraak: 'nob', spraak_oppdatert: '2018-06-29T10:14:52.123+02:00' },
      { spraak: 'nn-NO', spraak_oppdatert: '29.06.2018', reservasjonstidspunkt: '1970-01-01' },
      { spraak: '', spraak_oppdatert: 1530260092, postkasseleverandoeradresse: '996460320' },
      {
        iss: 'https://krr.example',
        aud: 'oidc_krr',
        exp: 1530260092,
        scope: 'openid krr:x/y.read',
      },
      { acr: 'idporten-loa-high', amr: ['TestID', 'BankID Mobil'] },
    ]
    for (const person of plain) expect(plainly.json(person, 'person')).toEqual(person)
    for (const name of [
      'status',
      'spraak',
      'reservasjon',
      'iss',
      'aud',
      'acr',
      'amr',
      'scope',
      'exp',
    ])
      for (const value of ['Kari Nordmann', 'KARI', 'Ola', '99999999', 'AKTIV Kari', '31.12.1980'])
        expect(plainly.json({ [name]: value }, 'person')).toEqual({ [name]: `<string: ${value}>` })
    for (const value of ['Kari', '1980-12-31', '99999999', '20914695016', 'AKTIV'])
      expect(plainly.json({ spraak_oppdatert: value }, 'person')).toEqual({
        spraak_oppdatert: `<string: ${value}>`,
      })
    expect(plainly.json({ status: 'all of it' }, 'open')).toEqual({ status: 'all of it' })
  })

  test('names of a person are shown where they are written as names are', () => {
    const names = [
      'spraak',
      'sistEndret',
      'PersonIdentifikator',
      'ny_verdi2',
      'spraakOppdatert',
      'epost-adresse',
    ]
    const person = Object.fromEntries(names.map((name) => [name, true]))
    expect(plainly.json(person, 'person')).toEqual(person)
    for (const name of ['Kari Nordmann', 'Kari', 'kari@example.no', '99999999', 'KARI'])
      expect(JSON.stringify(plainly.json({ [name]: true }, 'person'))).toMatch(
        /^\{"<\w+: .*>":true\}$/,
      )
  })

  test('of a published document the words are shown, and what looks like a person or is made up of one is not', () => {
    const words = {
      openapi: '3.0.1',
      paths: { '/person': { get: { parameters: [{ name: 'fornavn', in: 'query' }] } } },
      components: {
        schemas: {
          Navn: {
            type: 'object',
            properties: { fornavn: { type: 'string' }, pid: { $ref: '#/x' } },
          },
          PersonResource: {
            required: ['personidentifikator'],
            properties: { status: { type: 'string', enum: ['AKTIV'], example: 'AKTIV' } },
          },
        },
      },
    }
    expect(plainly.published(words)).toEqual(words)
    const properties = (schema: unknown) => ({ properties: { fornavn: schema, status: schema } })
    const shown = JSON.stringify([
      plainly.published(properties({ enum: ['20914695016'], description: 'kari@example.no' })),
      plainly.published({
        properties: { fornavn: { anyOf: [{ example: 'Kari', default: ['Kari'] }] } },
      }),
      plainly.published({ example: { fornavn: 'Kari', mobil: 99999999, status: 'AKTIV' } }),
      plainly.published({
        parameters: [{ name: 'etternavn', in: 'query', schema: { example: 'Kari' } }],
      }),
      plainly.published({ '20914695016': { title: 'ring 99999999' } }),
    ])
    expect(shown.replaceAll(/<[^>]*>/g, '')).not.toMatch(/20914695016|Kari|kari|99999999/)
    expect(shown).toContain('"status":"AKTIV"')
  })

  test.each([
    ...['fornavn', 'etternavn', 'given_name', 'familyName', 'Birth-Date', 'adresse', 'mobil'],
    ...['fødselsdato', 'FNR', 'e-post', 'phoneNumber', 'street_address', 'tlf', 'middle name'],
  ])('the member %s is a person\u2019s in every document, and all that is below it', (name) => {
    for (const value of ['Kari', 99999999, ['Kari'], { linje1: 'Kari', linje2: ['Veien 1'] }]) {
      const shown = JSON.stringify(plainly.json({ [name]: value }, 'open'))
      expect(shown.replaceAll(/<[^>]*>/g, '')).not.toMatch(/Kari|99999999|Veien/)
      expect(shown).toContain(': ')
    }
    expect(plainly.form(`${name}=Kari`)).toMatch(/=<[a-z ]+: Kari>$/)
  })

  test('a parameter shows by its name; an empty one as empty', () => {
    expect(plainly.form('scope=openid krr:user/x.read&code=c&x=1&state=&e%3D=')).toBe(
      'scope=openid%20krr%3Auser%2Fx.read&code=<code: c>&x=<string: 1>&state=&e%3D=',
    )
  })

  test('a URL shows its place, and a path that is not encoded as it should be as it is', () => {
    expect(plainly.url('https://krr.example/a%20b')).toBe('https://krr.example/a b')
    expect(plainly.url('https://krr.example/20914695016?code=c')).toBe(
      'https://krr.example/<pid: 20914695016>?code=<code: c>',
    )
    expect(plainly.url('https://krr.example/%E0%A4%A')).toBe('https://krr.example/%E0%A4%A')
    expect(plainly.url('/callback?code=c')).toBe('/callback?code=<code: c>')
  })
})
