import { describe, expect, test } from 'vitest'
import {
  contact,
  everything,
  mailbox,
  patch,
  startTestApi,
  type TokenVariation,
  token,
  write,
} from './api.fixture.ts'
import type { JsonObject } from './message.ts'

const read = async (variation: TokenVariation, deliverExpired = false): Promise<JsonObject> => {
  const api = await startTestApi({}, { deliverExpired })
  const response = await api.ask({ token: await token(variation) })
  expect(response.status).toBe(200)
  return response.json()
}

const base = ['personidentifikator', 'reservasjon', 'reservasjon_oppdatert', 'status']
const contactMembers = ['varslingsstatus', 'kontaktinformasjon', 'spraak', 'spraak_oppdatert']
const mailboxMembers = ['digital_post', 'sertifikat']

describe('each combination of scopes yields its members and no others', () => {
  test.each([
    [[contact], [...base, ...contactMembers]],
    [[mailbox], [...base, ...mailboxMembers]],
    [[write], base],
    [
      [contact, mailbox],
      [...base, ...contactMembers, ...mailboxMembers],
    ],
    [
      [contact, write],
      [...base, ...contactMembers],
    ],
    [
      [mailbox, write],
      [...base, ...mailboxMembers],
    ],
    [everything, [...base, ...contactMembers, ...mailboxMembers]],
  ])('%s', async (scopes, members) => {
    expect(Object.keys(await read({ scopes })).sort()).toEqual([...members].sort())
  })

  test('none: 403 and insufficient_scope', async () => {
    const api = await startTestApi()
    const response = await api.ask({ token: await token({ scopes: [] }) })
    expect(response.status).toBe(403)
    expect(response.fields['www-authenticate']).toMatch(/^Bearer .*error="insufficient_scope"/)
  })
})

test('each of the four combinations without spraak.write is refused a PATCH, and changes nothing', async () => {
  const api = await startTestApi()
  for (const scopes of [[], [contact], [mailbox], [contact, mailbox]]) {
    const response = await patch(api, await token({ scopes }), '{"spraak":"en"}')
    expect(response.status).toBe(403)
    expect(response.fields['www-authenticate']).toContain('error="insufficient_scope"')
    expect(response.fields['www-authenticate']).toContain(`scope="${write}"`)
  }
  expect((await api.ask({ token: await token() })).json()['spraak']).toBe('nb')
})

test('a token without pid is nobody’s', async () => {
  const api = await startTestApi()
  expect((await api.ask({ token: await token({ claims: { pid: undefined } }) })).status).toBe(403)
})

describe('people by state', () => {
  test('MAIN has addresses with their timestamps, a mailbox and its certificate', async () => {
    const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]$/)
    expect(await read({})).toMatchObject({
      reservasjon: 'NEI',
      status: 'AKTIV',
      varslingsstatus: 'KAN_VARSLES',
      kontaktinformasjon: {
        epostadresse: 'main@example.com',
        epostadresse_oppdatert: timestamp,
        epostadresse_sist_verifisert: timestamp,
        mobiltelefonnummer: '+4799999999',
        mobiltelefonnummer_oppdatert: timestamp,
        mobiltelefonnummer_sist_verifisert: timestamp,
      },
      digital_post: {
        postkasseadresse: 'kari.nordmann#9YDT',
        postkasseleverandoeradresse: '984661185',
      },
      sertifikat: expect.stringMatching(/^MII/),
      spraak: 'nb',
      spraak_oppdatert: timestamp,
    })
  })

  test('MOBILE_ONLY, MAIL_ONLY and NO_MAILBOX lack what their names say', async () => {
    const mobileOnly = await read({ person: 'MOBILE_ONLY' })
    expect(Object.keys(mobileOnly['kontaktinformasjon'] as object)).not.toContain('epostadresse')
    const mailOnly = await read({ person: 'MAIL_ONLY' })
    expect(Object.keys(mailOnly['kontaktinformasjon'] as object)).not.toContain(
      'mobiltelefonnummer',
    )
    const noMailbox = await read({ person: 'NO_MAILBOX' })
    expect(noMailbox).not.toHaveProperty('digital_post')
    expect(noMailbox).not.toHaveProperty('sertifikat')
    for (const person of [mobileOnly, mailOnly, noMailbox]) {
      expect(person).toMatchObject({ varslingsstatus: 'KAN_VARSLES', spraak: 'nb' })
    }
  })

  test('DELETED and UNREGISTERED have a status and no contact data', async () => {
    expect(Object.keys(await read({ person: 'DELETED' })).sort()).toEqual(
      [...base, 'varslingsstatus'].sort(),
    )
    expect(await read({ person: 'DELETED' })).toMatchObject({
      status: 'SLETTET',
      varslingsstatus: 'KAN_IKKE_VARSLES',
    })
    expect(await read({ person: 'UNREGISTERED' })).toEqual({
      personidentifikator: expect.any(String),
      reservasjon: 'NEI',
      status: 'IKKE_REGISTRERT',
      varslingsstatus: 'KAN_IKKE_VARSLES',
    })
  })

  test('RESERVED has reservasjonstidspunkt, cannot be notified and is filtered', async () => {
    const reserved = await read({ person: 'RESERVED' })
    expect(reserved).toMatchObject({ reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES' })
    expect(reserved).toHaveProperty('reservasjonstidspunkt')
    expect(reserved).not.toHaveProperty('kontaktinformasjon')
  })

  test('EXPIRED is filtered, with the contact scope, or delivered where the option says so', async () => {
    const filtered = await read({ person: 'EXPIRED' })
    expect(filtered).toMatchObject({ status: 'AKTIV', varslingsstatus: 'KAN_IKKE_VARSLES' })
    for (const member of ['kontaktinformasjon', 'digital_post', 'sertifikat']) {
      expect(filtered).not.toHaveProperty(member)
    }
    expect(await read({ person: 'EXPIRED', scopes: [mailbox] })).toHaveProperty('digital_post')
    const delivered = await read({ person: 'EXPIRED' }, true)
    expect(delivered['varslingsstatus']).toBe('KAN_IKKE_VARSLES')
    for (const member of ['kontaktinformasjon', 'digital_post', 'sertifikat']) {
      expect(delivered).toHaveProperty(member)
    }
  })
})
