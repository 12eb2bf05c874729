import { describe, expect, test } from 'vitest'
import type { Exchange } from '../exchange.ts'
import { recordExchange } from '../record.ts'
import { createMasker } from './masker.ts'
import { isPlainMember, plainClaims } from './members.ts'

const masker = createMasker((kind) => `<${kind}>`, false)

describe('the names of secrets and of the person', () => {
  test.each([
    ['access token', ['access_token']],
    ['refresh token', ['refresh_token']],
    ['ID token', ['id_token', 'id_token_hint']],
    ['token', ['token', 'request']],
    ['code', ['code']],
    ['code_verifier', ['code_verifier', 'code_challenge']],
    ['client_assertion', ['client_assertion']],
    ['client secret', ['client_secret']],
    ['request_uri', ['request_uri']],
    ['login_hint', ['login_hint']],
    ['password', ['password']],
    ['one-time code', ['otc']],
    ['state', ['state']],
    ['nonce', ['nonce']],
    ['string', ['jti']],
    ['pid', ['pid', 'personidentifikator']],
    ['sub', ['sub']],
    ['sid', ['sid']],
    ['name', ['name', 'navn']],
    ['epostadresse', ['epostadresse', 'email']],
    ['mobiltelefonnummer', ['mobiltelefonnummer', 'phone_number']],
    ['postkasseadresse', ['postkasseadresse']],
    ['sertifikat', ['sertifikat']],
  ])('a value shows as %s under %j, in a document and in a form', (kind, names) => {
    for (const name of names) {
      expect(masker.json({ [name]: 'plain' }, 'open')).toEqual({ [name]: `<${kind}>` })
      expect(masker.form(`${name}=plain`)).toBe(`${name}=<${kind}>`)
    }
  })
})

describe('what shows', () => {
  test.each([
    'response_type',
    'response_mode',
    'scope',
    'redirect_uri',
    'client_id',
    'code_challenge_method',
    'acr_values',
    'prompt',
    'ui_locales',
    'grant_type',
    'client_assertion_type',
    'token_type_hint',
    'iss',
    'error',
    'resource',
  ])('the parameter %s', (name) => {
    expect(masker.form(`${name}=plain`)).toBe(`${name}=plain`)
  })

  test('the registered claims of a signed person, and no other', () => {
    const claims = ['iss', 'aud', 'exp', 'iat', 'nbf', 'acr', 'amr', 'scope']
    expect([...plainClaims]).toEqual(claims)
    const payload = Object.fromEntries([...claims, 'azp'].map((name) => [name, 'plain']))
    expect(masker.json(payload, 'person')).toEqual({ ...payload, azp: '<string>' })
  })

  test('of a person codes, times, status and supplier; in production the last two', () => {
    const codes = ['spraak', 'reservasjon', 'varslingsstatus']
    const times = ['spraak_oppdatert', 'epostadresse_verifisert', 'reservasjonstidspunkt']
    const always = ['status', 'postkasseleverandoeradresse']
    const plain = (production: boolean) =>
      [...codes, ...times, ...always, 'tidspunkt_sist', 'land'].filter((name) =>
        isPlainMember(name, production),
      )
    expect(plain(false)).toEqual([...codes, ...times, ...always])
    expect(plain(true)).toEqual(always)
  })
})

test.each([
  'ETag',
  'If-Match',
  'If-None-Match',
  'Digest',
  'Content-Digest',
  'Repr-Digest',
  'Content-MD5',
  'Signature',
])('%s is not recorded', (name) => {
  const exchange: Exchange = {
    id: 'x-001',
    label: 'GET person',
    request: { method: 'GET', url: 'https://krr.example/', fields: [] },
    response: { status: 200, fields: [[name, '"a1"']], content: new Uint8Array() },
    startedAt: 0,
    receivedAt: 0,
    failedAttempts: [],
  }
  expect(recordExchange(exchange, masker, 'person').response.fields).toEqual([
    [name, '[not recorded]'],
  ])
})
