import { decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import type { SeamName, seamsWith } from '../seams.ts'
import { contact, everything, patch, startTestApi, token, write } from './api.fixture.ts'
import type { ApiSeams } from './seams.ts'

const names: Readonly<Record<keyof ApiSeams, true>> = {
  tlsOptions: true,
  plainHttp: true,
  openApiDocument: true,
  method: true,
  credentials: true,
  authentication: true,
  scopes: true,
  authorisation: true,
  representation: true,
  personDocument: true,
  jsonContent: true,
  jwsSigner: true,
  jws: true,
  jwsCompact: true,
  patchDecision: true,
  patchEffect: true,
  errorDocument: true,
  response: true,
}

test('every seam is passed by an ordinary use of the API', async () => {
  const passed = new Set<SeamName>()
  const seams: ReturnType<typeof seamsWith> = async (seam, value) => {
    passed.add(seam)
    return value
  }
  const api = await startTestApi({}, { seams })
  await api.ask()
  await api.ask({ token: await token(), fields: { accept: 'application/jose' } })
  await patch(api, await token(), '{"spraak":"en"}')
  await api.ask({ path: '/v3/api-docs' })
  expect([...passed].sort()).toEqual(Object.keys(names).sort())
})

test('a scope leak is one function: the complete document is in the context', async () => {
  const api = await startTestApi({
    personDocument: (document, { complete }) => ({
      ...document,
      sertifikat: complete['sertifikat'],
    }),
  })
  const leaked = (await api.ask({ token: await token({ scopes: [contact] }) })).json()
  expect(leaked['sertifikat']).toMatch(/^MII/)
  expect(leaked).not.toHaveProperty('digital_post')
})

test('a payload that differs from the JSON is one function at jws', async () => {
  const api = await startTestApi({
    jws: ({ header }) => ({ header, payload: new TextEncoder().encode('{}') }),
  })
  const own = await token()
  const signed = await api.ask({ token: own, fields: { accept: 'application/jose' } })
  expect(signed.content.toString().split('.')[1]).toBe('e30')
  expect((await api.ask({ token: own })).json()).toHaveProperty('status')
})

test('another signer is one function at jwsSigner', async () => {
  const api = await startTestApi({
    jwsSigner: (_, { pki }) => pki.issueSigner({ issuedBy: 'stranger' }),
  })
  const fields = { accept: 'application/jose' }
  const signed = await api.ask({ token: await token(), fields })
  const plain = await (await startTestApi()).ask({ token: await token(), fields })
  const issuerOf = (compact: Buffer) => decodeProtectedHeader(compact.toString()).x5c?.[1]
  expect(issuerOf(signed.content)).not.toBe(issuerOf(plain.content))
})

test('a refused document can still have an effect, by one function at patchEffect', async () => {
  const api = await startTestApi({
    patchEffect: (record, { decision }) =>
      decision.kind === 'refused' && record !== undefined
        ? { ...record, reservasjon: 'JA' }
        : record,
  })
  const own = await token({ scopes: everything })
  expect((await patch(api, own, '{"spraak":"en","reservasjon":"JA"}')).status).toBe(422)
  expect((await api.ask({ token: own })).json()['reservasjon']).toBe('JA')
})

test('a response of any kind can be changed at response', async () => {
  const api = await startTestApi({
    response: (response, { request, scopes }) =>
      request.method === 'PATCH' && scopes.includes(write)
        ? { ...response, status: 200 }
        : response,
  })
  const answer = await patch(api, await token(), '{"spraak":"en"}')
  expect([answer.status, answer.fields['content-length']]).toEqual([200, '0'])
})
