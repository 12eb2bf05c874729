import { describe, expect, it } from 'vitest'
import { ownedByAnotherRule } from './person-schema.ts'
import { schemaValidator } from './schema-judge.ts'

/** As a pulled document may be: stricter than the pages. */
const validate = schemaValidator({
  type: 'object',
  additionalProperties: false,
  required: ['status', 'reservasjonstidspunkt'],
  properties: {
    status: { type: 'string', enum: ['AKTIV'] },
    sertifikat: { type: 'string', minLength: 100 },
    kontaktinformasjon: {
      type: 'object',
      required: ['epostadresse_oppdatert'],
      properties: {
        epostadresse: { type: 'string', pattern: '@' },
        mobiltelefonnummer: { type: 'string', maxLength: 8 },
      },
    },
    digital_post: {
      type: 'object',
      properties: { postkasseleverandoeradresse: { type: 'string', enum: ['984661185'] } },
    },
  },
})

const left = (person: unknown) =>
  validate(person)
    .filter((error) => !ownedByAnotherRule(error))
    .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)

describe('ownedByAnotherRule', () => {
  it('leaves out the form of strings, times that are absent, and what is not named', () => {
    const person = {
      status: 'AKTIV',
      oppdatert: 1,
      sertifikat: 'MIIB',
      kontaktinformasjon: { epostadresse: 'nobody', mobiltelefonnummer: '+4799999999' },
      digital_post: { postkasseleverandoeradresse: 'digipost' },
    }
    expect(validate(person)).toHaveLength(7)
    expect(left(person)).toEqual([])
  })

  it('keeps types, code lists and members that must be there', () => {
    const person = { sertifikat: 7, kontaktinformasjon: { epostadresse: [] } }
    expect(left(person)).toEqual([
      ' required',
      '/sertifikat type',
      '/kontaktinformasjon/epostadresse type',
    ])
    expect(left({ status: 'aktiv' })).toEqual(['/status enum'])
  })
})
