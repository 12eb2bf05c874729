import { describe, expect, test } from 'vitest'
import type { Exchange } from '../evidence/exchange.ts'
import type { KrrScope } from '../evidence/person-reading.ts'
import { pictureCell } from './picture.ts'

const contact = 'krr:user/kontaktinformasjon.read'
const mailbox = 'krr:user/digitalpost.read'
const write = 'krr:user/spraak.write'

const answered = (person: unknown, status = 200): Exchange => ({
  id: 'x-001',
  label: 'GET person',
  request: { method: 'GET', url: 'https://krr.example/person', fields: [] },
  response: { status, fields: [], content: new TextEncoder().encode(JSON.stringify(person)) },
  startedAt: 0,
  receivedAt: 1,
  failedAttempts: [],
})

const cellOf = (person: object, scopes: readonly KrrScope[], has = ['epostadresse']) =>
  pictureCell(answered(person), { scopes, representation: 'application/json' }, has)

/** Member by what was expected and whether it came: `required +`. */
const statesIn = (...parameters: Parameters<typeof cellOf>) =>
  Object.fromEntries(
    cellOf(...parameters).members.map(({ name, expected, came }) => [
      name,
      `${expected} ${came ? '+' : '-'}`,
    ]),
  )

describe('a cell of the picture', () => {
  test('says of each member whether the scopes ask for it and whether it came', () => {
    const person = { personidentifikator: 'x', status: 'AKTIV', digital_post: {} }
    expect(statesIn(person, [contact])).toMatchObject({
      personidentifikator: 'required +',
      reservasjon: 'required -',
      reservasjonstidspunkt: 'allowed -',
      kontaktinformasjon: 'required -',
      'kontaktinformasjon/epostadresse': 'required -',
      'kontaktinformasjon/mobiltelefonnummer': 'allowed -',
      varslingsstatus: 'required -',
      spraak: 'allowed -',
      digital_post: 'withheld +',
      sertifikat: 'withheld -',
    })
  })

  test('asks for nothing where the token may only write', () => {
    expect(statesIn({}, [write])).toMatchObject({
      personidentifikator: 'allowed -',
      kontaktinformasjon: 'withheld -',
    })
  })

  test('lets a person who cannot be notified lack what may be filtered', () => {
    const filtered = { varslingsstatus: 'KAN_IKKE_VARSLES' }
    const has = ['epostadresse', 'digital_post']
    expect(statesIn(filtered, [contact, mailbox], has)).toMatchObject({
      kontaktinformasjon: 'allowed -',
      digital_post: 'allowed -',
    })
    expect(statesIn({}, [mailbox], has)).toMatchObject({ digital_post: 'required -' })
  })

  test('holds names of the contract and counts, nothing else of the person', () => {
    const cell = cellOf({ personidentifikator: '12345678901', hemmelig: 1, reservasjon: null }, [])
    expect(cell).toMatchObject({ scopes: [], exchange: 'x-001', status: 200, unknown: 1 })
    expect(JSON.stringify(cell)).not.toMatch(/12345678901|hemmelig/)
    expect(cell.members.find(({ name }) => name === 'reservasjon')?.came).toBe(false)
  })

  test('has no members where no person came', () => {
    const refused = pictureCell(
      answered({ error: 'x' }, 403),
      { scopes: [write], representation: 'application/json' },
      [],
    )
    expect(refused).toMatchObject({ scopes: ['spraak'], status: 403, members: [], unknown: 0 })
  })
})
