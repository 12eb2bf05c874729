import { describe, expect, it } from 'vitest'
import { sampleExchange, samplePerson, samplePid } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { noKrrScopeDisclosesNoScopedMember as rule } from './008-no-krr-scope-discloses-no-scoped-member.ts'

const base64url = (text: string) => Buffer.from(text).toString('base64url')
const jws = (person: object) =>
  `${base64url('{"alg":"RS256"}')}.${base64url(JSON.stringify(person))}.AAAA`
const present = (at: string) => ({ at, expected: 'absent', actual: 'present' })
const found = (content: string, status = 200) =>
  findingsOf(rule, sampleExchange({ status, content }))

const base = { personidentifikator: samplePid, reservasjon: 'NEI', status: 'AKTIV' }
const scopedOfSample = [
  present('/varslingsstatus'),
  present('/kontaktinformasjon'),
  present('/digital_post'),
  present('/sertifikat'),
  present('/spraak'),
  present('/spraak_oppdatert'),
]

describe(rule.id, () => {
  it.each([
    ['no content', ''],
    [
      'an error that names a scope',
      '{"error":"insufficient_scope","scope":"krr:user/kontaktinformasjon.read","field":"spraak"}',
    ],
    ['an error page', '<p>The token lacks krr:user/kontaktinformasjon.read</p>'],
    ['the base members', JSON.stringify(base)],
    ['the base members, signed', jws(base)],
    ['a member that is null', '{"spraak":null}'],
  ])('conforms: %s', async (_, content) => {
    expect(await found(content)).toEqual([])
  })

  it('deviates: the person as JSON, each scoped member told once', async () => {
    expect(await found(JSON.stringify(samplePerson))).toEqual(scopedOfSample)
  })

  it('deviates: the person as a JWS, bare or as a JSON string', async () => {
    expect(await found(jws(samplePerson))).toEqual(scopedOfSample)
    expect(await found(JSON.stringify(jws(samplePerson)))).toEqual(scopedOfSample)
  })

  it('deviates: members within an error', async () => {
    const content = JSON.stringify({
      error: 'forbidden',
      detail: [{ epostadresse: 'a@example.org' }],
    })
    expect(await found(content, 403)).toEqual([present('/detail/0/epostadresse')])
  })

  it.each(['epostadresse', 'mobiltelefonnummer', 'postkasseadresse'])(
    'deviates: %s by itself',
    async (name) => {
      expect(await found(JSON.stringify({ [name]: 'a' }))).toEqual([present(`/${name}`)])
    },
  )

  it('deviates: members in XML and in JSON that does not parse', async () => {
    expect(await found('<person><spraak>nb</spraak></person>')).toEqual([present('/spraak')])
    expect(await found('{"spraak":"nb",}')).toEqual([present('/spraak')])
  })
})
