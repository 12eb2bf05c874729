import { describe, expect, it } from 'vitest'
import { unknownMembers } from './person-schema.ts'

describe('unknownMembers', () => {
  it('are none where every member is in the snapshot or on the pages', () => {
    const person = {
      personidentifikator: '20914695016',
      reservasjonstidspunkt: '2023-06-13T13:42:34+02',
      kontaktinformasjon: { epostadresse: 'test@example.org', epostadresse_sist_verifisert: 7 },
      digital_post: { postkasseadresse: 'test#9YDT', postkasseleverandoeradresse: '984661185' },
    }
    expect(unknownMembers(person)).toEqual([])
    expect(unknownMembers({})).toEqual([])
  })

  it('are found at every depth of the person, and not within themselves', () => {
    const person = {
      oppdatert: { naar: 1 },
      kontaktinformasjon: { epostadresse_kilde: 'JA' },
      spraak: { kode: 'nb' },
      epostadresse: 'on the wrong level',
    }
    expect(unknownMembers(person)).toEqual([
      ['oppdatert'],
      ['kontaktinformasjon', 'epostadresse_kilde'],
      ['spraak', 'kode'],
      ['epostadresse'],
    ])
    expect(unknownMembers(JSON.parse('{"__proto__": {}, "toString": 1}'))).toEqual([
      ['__proto__'],
      ['toString'],
    ])
  })
})
