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
    ['response_type', 'code'],
    ['response_mode', 'query.jwt'],
    ['scope', 'openid krr%3Auser%2Fspraak.write'],
    ['redirect_uri', 'http%3A%2F%2Flocalhost%3A3000%2Fcallback'],
    ['client_id', 'oidc-krr'],
    ['code_challenge_method', 'S256'],
    ['acr_values', 'idporten-loa-high'],
    ['prompt', 'none'],
    ['ui_locales', 'nb'],
    ['grant_type', 'authorization_code'],
    ['client_assertion_type', 'urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer'],
    ['token_type_hint', 'access_token'],
    ['iss', 'https%3A%2F%2Ftest.idporten.no'],
    ['error', 'login_required'],
    ['resource', 'https%3A%2F%2Fkrr.example'],
  ])('the parameter %s with what belongs there, and nothing else', (name, value) => {
    expect(decodeURIComponent(masker.form(`${name}=${value}`))).toBe(
      decodeURIComponent(`${name}=${value}`),
    )
    if (name === 'client_id') return
    expect(masker.form(`${name}=Kari`)).toBe(`${name}=<string>`)
  })

  test('the registered claims of a signed person, and no other', () => {
    const claims = ['iss', 'aud', 'exp', 'iat', 'nbf', 'acr', 'amr', 'scope']
    expect([...plainClaims]).toEqual(claims)
    expect(masker.json({ iat: 1_530_260_092, azp: 'https://a.example' }, 'person')).toEqual({
      iat: 1_530_260_092,
      azp: '<string>',
    })
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
