import { X509Certificate } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { compactVerify, decodeProtectedHeader } from 'jose'
import { describe, expect, test } from 'vitest'
import { pki, startTestApi, token } from './api.fixture.ts'

const json = 'application/json'
const jose = 'application/jose'

describe('Accept', () => {
  test.each([
    [undefined, json],
    ['*/*', json],
    ['application/*', json],
    [json, json],
    [jose, jose],
    ['Application/JOSE', jose],
    ['application/json; charset=utf-8', json],
    [`${jose}, ${json}`, json],
    [`${json};q=0.5, ${jose}`, jose],
    [`${json};q=0.5, ${jose};q=0.9`, jose],
    [`${json};q=0.9, ${jose};q=0.5`, json],
    [`${json};q=0, */*`, jose],
    [`${jose};q=0.1, */*;q=0.05`, jose],
    ['text/html, application/xhtml+xml, */*;q=0.8', json],
  ])('%s is answered with %s', async (accept, type) => {
    const api = await startTestApi()
    const fields = accept === undefined ? {} : { accept }
    const response = await api.ask({ token: await token(), fields })
    expect([response.status, response.fields['content-type']]).toEqual([200, type])
    expect(response.fields['vary']).toMatch(/\bAccept\b(?!-)/)
  })

  test.each(['application/xml', 'text/html', `${json};q=0, ${jose};q=0`, '*/*;q=0', 'nonsense'])(
    '%s is answered with 406 and an error in JSON',
    async (accept) => {
      const api = await startTestApi()
      const response = await api.ask({ token: await token(), fields: { accept } })
      expect(response.status).toBe(406)
      expect(response.json()['status']).toBe(406)
    },
  )
})

describe('application/jose', () => {
  test('is a compact JWS of exactly the JSON text, that verifies with x5c[0] and leads to the anchor', async () => {
    const api = await startTestApi()
    const own = await token()
    const plain = await api.ask({ token: own, fields: { accept: json } })
    const signed = await api.ask({ token: own, fields: { accept: jose } })
    const compact = signed.content.toString('ascii')
    expect(compact).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    const { alg, x5c = [], ...others } = decodeProtectedHeader(compact)
    expect(alg).toBe('RS256')
    expect(others).toEqual({})
    const [leaf, intermediate] = x5c.map((der) => new X509Certificate(Buffer.from(der, 'base64')))
    if (leaf === undefined || intermediate === undefined) throw new Error('x5c is too short')
    const { payload } = await compactVerify(compact, leaf.publicKey)
    expect(Buffer.from(payload)).toEqual(plain.content)
    expect(leaf.verify(intermediate.publicKey)).toBe(true)
    expect(intermediate.verify(new X509Certificate(pki.trustAnchorPem).publicKey)).toBe(true)
  })

  test('an error is JSON all the same', async () => {
    const api = await startTestApi()
    const response = await api.ask({ fields: { accept: jose } })
    expect(response.fields['content-type']).toBe(json)
  })
})

describe('Accept-Encoding', () => {
  test.each([json, jose])('gzip yields the same content as %s', async (accept) => {
    const api = await startTestApi()
    const own = await token()
    const plain = await api.ask({ token: own, fields: { accept } })
    const coded = await api.ask({ token: own, fields: { accept, 'accept-encoding': 'br, gzip' } })
    expect(plain.fields['content-encoding']).toBeUndefined()
    expect(coded.fields['content-encoding']).toBe('gzip')
    expect(coded.fields['vary']).toContain('Accept-Encoding')
    expect(gunzipSync(coded.content)).toEqual(plain.content)
  })

  test.each(['identity', 'br', 'gzip;q=0', '*;q=0'])(
    '%s is not answered with gzip',
    async (coding) => {
      const api = await startTestApi()
      const fields = { 'accept-encoding': coding }
      const response = await api.ask({ token: await token(), fields })
      expect(response.fields['content-encoding']).toBeUndefined()
    },
  )
})
