import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { connect } from 'node:tls'
import { request } from 'undici'
import { describe, expect, test } from 'vitest'
import { type Asking, patch, people, pki, startTestApi, token } from './api.fixture.ts'

describe('methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'TRACE'] as const)('%s: 405 with Allow', async (method) => {
    const api = await startTestApi()
    const response = await api.ask({ method, token: await token() })
    expect(response.status).toBe(405)
    expect(response.fields['allow']).toBe('GET, HEAD, PATCH, OPTIONS')
  })

  test('OPTIONS: 204 with Allow and Accept-Patch, and no CORS', async () => {
    const api = await startTestApi()
    const fields = { origin: 'https://evil.example', 'access-control-request-method': 'GET' }
    const response = await api.ask({ method: 'OPTIONS', fields })
    expect(response.status).toBe(204)
    expect(response.fields['allow']).toBe('GET, HEAD, PATCH, OPTIONS')
    expect(response.fields['accept-patch']).toBe('application/json')
    expect(response.fields['access-control-allow-origin']).toBeUndefined()
  })

  test.each(['application/json', 'application/jose'])(
    'HEAD answers as GET of %s without content',
    async (accept) => {
      const api = await startTestApi()
      const asking: Asking = { token: await token(), fields: { accept } }
      const get = await api.ask(asking)
      const head = await api.ask({ ...asking, method: 'HEAD' })
      expect(head.content).toHaveLength(0)
      expect(head.status).toBe(200)
      const varying = { date: '', connection: '', 'keep-alive': '' }
      expect({ ...head.fields, ...varying }).toEqual({ ...get.fields, ...varying })
      expect(Number(head.fields['content-length'])).toBe(get.content.length)
    },
  )

  test('HEAD without credentials is refused as GET is', async () => {
    const api = await startTestApi()
    const response = await api.ask({ method: 'HEAD' })
    expect(response.status).toBe(401)
    expect(response.fields['www-authenticate']).toBe('Bearer realm="krr"')
  })
})

test('every response is uncacheable, unsniffable, kept to https, without cookie, CORS or Server', async () => {
  const api = await startTestApi()
  const own = await token()
  const fields = { origin: 'https://evil.example' }
  const responses = await Promise.all([
    api.ask({ token: own, fields }),
    api.ask({ fields }),
    api.ask({ path: '/nowhere', fields }),
    api.ask({ method: 'POST', token: own, fields }),
    api.ask({ path: '/swagger-ui/index.html', fields }),
    patch(api, own, '{"spraak":"en"}'),
  ])
  for (const response of responses) {
    expect(response.fields).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    })
    for (const name of ['set-cookie', 'access-control-allow-origin', 'server', 'x-powered-by']) {
      expect(response.fields[name]).toBeUndefined()
    }
  }
})

describe('errors', () => {
  test('have the five members, the status of the response, and nothing personal', async () => {
    const api = await startTestApi()
    const { pid } = people.MAIN
    const own = await token({ scopes: [] })
    const errors = await Promise.all([
      api.ask(),
      api.ask({ token: own }),
      api.ask({ path: `/rest/v1/person/${pid}`, token: await token() }),
      api.ask({ path: '/rest/v1/person/', token: await token() }),
      api.ask({ token: await token(), fields: { accept: pid } }),
      patch(api, await token(), `{"spraak":"${pid}`),
    ])
    expect(errors.map(({ status }) => status)).toEqual([401, 403, 404, 404, 406, 400])
    for (const error of errors) {
      expect(error.fields['content-type']).toBe('application/json')
      expect(error.json()).toEqual({
        status: error.status,
        error: expect.any(String),
        error_description: expect.any(String),
        correlation_id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      })
      expect(error.content.toString()).not.toContain(pid)
      expect(error.content.toString()).not.toContain(own)
    }
  })

  test('of what a document says are in the published form, with what it is about', async () => {
    const { pid } = people.MAIN
    const refused = await patch(await startTestApi(), await token(), `{"spraak":"${pid}"}`)
    expect(refused.status).toBe(422)
    expect(refused.fields['content-type']).toBe('application/json')
    expect(refused.json()).toEqual({
      errors: [
        {
          id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
          status: '422',
          title: 'Invalid value',
          detail: 'spraak must be nb, nn, en or se',
          source: { pointer: '/spraak' },
          links: { about: expect.stringMatching(/^https:/) },
        },
      ],
    })
    expect(refused.content.toString()).not.toContain(pid)
  })
})

describe('TLS', () => {
  const handshake = (port: number, maxVersion: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
    new Promise<string | null>((resolve, reject) => {
      const socket = connect({
        port,
        host: '127.0.0.1',
        ca: pki.caPem,
        minVersion: 'TLSv1',
        maxVersion,
        ciphers: 'DEFAULT:@SECLEVEL=0',
      })
      socket.once('secureConnect', () => {
        resolve(socket.getProtocol())
        socket.destroy()
      })
      socket.once('error', reject)
    })

  test('1.2 and 1.3 are spoken, 1.1 is refused', async () => {
    const port = Number(new URL((await startTestApi()).apiUrl).port)
    expect(await handshake(port, 'TLSv1.3')).toBe('TLSv1.3')
    expect(await handshake(port, 'TLSv1.2')).toBe('TLSv1.2')
    await expect(handshake(port, 'TLSv1.1')).rejects.toThrow()
  })

  test('plain http is refused', async () => {
    const { apiUrl } = await startTestApi()
    await expect(request(apiUrl.replace('https:', 'http:'))).rejects.toThrow()
  })
})

test('latencyMs is added to every response', async () => {
  const api = await startTestApi({}, { latencyMs: 60 })
  const sentAt = performance.now()
  await api.ask()
  expect(performance.now() - sentAt).toBeGreaterThanOrEqual(59)
})

test('what the server breaks on is a 500 with the five members and without a word of the cause', async () => {
  const api = await startTestApi({
    personDocument: (document) => {
      throw new Error(JSON.stringify(document))
    },
  })
  const response = await api.ask({ token: await token() })
  expect(response.status).toBe(500)
  expect(response.json()).toMatchObject({ status: 500, error: 'Internal Server Error' })
  expect(response.content.toString()).not.toContain(people.MAIN.pid)
  expect(response.content.toString()).not.toContain('.ts')
})

test('close does not wait for a connection that says nothing', async () => {
  const silent = await startTestApi()
  const socket = connectTcp(Number(new URL(silent.apiUrl).port), '127.0.0.1')
  await once(socket, 'connect')
  const closing = once(socket, 'close')
  await silent.close()
  await closing
  expect(socket.destroyed).toBe(true)
})
