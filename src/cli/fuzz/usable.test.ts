import { expect, test } from 'vitest'
import { people, startTestApi, token } from '../../reference/api/api.fixture.ts'
import type { Injections } from '../../reference/seams.ts'
import { type Unusable, watched } from './usable.ts'

const [json, jose] = ['application/json', 'application/jose']

/** What is unusable of the answer to a request for the person in clear, and signed. */
const ofPerson = async (injections: Injections, types = [json, jose]): Promise<Unusable> => {
  const unusable: Unusable = new Set()
  const api = await startTestApi(watched(injections, unusable))
  const own = await token()
  for (const accept of types) await api.ask({ token: own, fields: { accept } })
  return unusable
}

test('a person as the contract has it can be used, in clear and signed', async () => {
  expect(await ofPerson({})).toEqual(new Set())
})

test('what is odd, and can be read by any client, is no fault', async () => {
  const odd: Injections = { personDocument: (own) => ({ ...own, other: ['\u202e', 1e308, null] }) }
  expect(await ofPerson(odd)).toEqual(new Set())
})

const cut = (content: Uint8Array) => content.subarray(0, content.length - 2)
const replaced = (text: string) => new Uint8Array(Buffer.from(text))

test.each<readonly [string, string[], Injections]>([
  ['status 503 in the place of a person', [json], { response: (own) => ({ ...own, status: 503 }) }],
  [
    'a person that is no JSON, application/json',
    [json],
    { response: (own) => ({ ...own, content: cut(own.content) }) },
  ],
  [
    'a person that is no JSON, application/json',
    [json],
    { response: (own) => ({ ...own, content: replaced('<html></html>') }) },
  ],
  [
    'a person that is no JSON, application/json',
    [json],
    { response: (own) => ({ ...own, content: new Uint8Array([0x7b, 0xff, 0x7d]) }) },
  ],
  [
    'a person that is no JSON, application/json',
    [json],
    { response: (own) => ({ ...own, content: replaced('[]') }) },
  ],
  [
    'a person without status',
    [json],
    { personDocument: ({ status: _, ...own }: Record<string, unknown>) => own },
  ],
  [
    'a person without reservasjon',
    [jose],
    { personDocument: (own) => ({ ...own, reservasjon: 1 }) },
  ],
  [
    'another person',
    [json],
    { personDocument: (own) => ({ ...own, personidentifikator: people.MAIL_ONLY.pid }) },
  ],
  [
    'a JWS that is none or does not verify',
    [jose],
    { jwsCompact: (own) => own.replace(/.{8}$/, 'AAAAAAAA') },
  ],
  ['a JWS that is none or does not verify', [jose], { jwsCompact: (own) => `${own}.a` }],
  [
    'a JWS that is none or does not verify',
    [jose],
    { jws: ({ header: { x5c: _, ...header }, ...own }) => ({ ...own, header }) },
  ],
])('no client can use %s, asked for as %j', async (fault, types, injections) => {
  expect(await ofPerson(injections, types)).toEqual(new Set([fault]))
})

const ofTokens = async (body: Record<string, unknown>, grantType = 'authorization_code') => {
  const unusable: Unusable = new Set()
  const own = { status: 200, fields: [], body }
  const context = { issuer: 'http://localhost:1', clientId: 'me', grantType }
  await watched({}, unusable).tokenResponse?.(own, context)
  return [...unusable]
}

test.each([
  [[], { access_token: 'a.b-c', token_type: 'Bearer' }],
  [['no access token'], { access_token: 7, token_type: 'Bearer' }],
  [['no access token'], { token_type: 'Bearer' }],
  [['no access token'], { access_token: 'a\r\nX-Other: 1', token_type: 'Bearer' }],
  [['a token that is no bearer token'], { access_token: 'a.b-c', token_type: 'MAC' }],
])('of a token response %j is found: %j', async (faults, body) => {
  expect(await ofTokens(body)).toEqual(faults)
  // The refused exchanges and refreshes of a run are no way to a token.
  expect(await ofTokens(body, 'refresh_token')).toEqual([])
})

test.each([
  [[], {}],
  [['metadata of another issuer'], { issuer: 'http://localhost:2' }],
  [['metadata without endpoints'], { jwks_uri: null }],
])('of metadata is found: %j', async (faults, changes) => {
  const unusable: Unusable = new Set()
  const issuer = 'http://localhost:1'
  const endpoints = { authorization_endpoint: 'a', token_endpoint: 'b', jwks_uri: 'c' }
  await watched({}, unusable).providerMetadata?.({ issuer, ...endpoints, ...changes }, { issuer })
  expect([...unusable]).toEqual(faults)
})
