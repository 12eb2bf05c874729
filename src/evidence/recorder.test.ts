import { createHash } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { limits } from './limits.ts'
import { createMasker, type DocumentKind } from './masking/masker.ts'
import { pseudonymsWith, randomKey } from './masking/pseudonym.ts'
import type { RecordedExchange } from './recorded-exchange.ts'
import { createRecorder } from './recorder.ts'
import { openTransport } from './undici-transport.ts'

const listen = (listener: RequestListener): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(listener).listen(0, '127.0.0.1', () => resolve(server))
  })

/** A recorder before a server that answers like this. */
const recorderBefore = async (
  listener: RequestListener,
  attempts?: number,
  kind: DocumentKind = 'person',
) => {
  const server = await listen(listener)
  const { transport, close } = openTransport({
    ca: undefined,
    httpsProxy: undefined,
    noProxy: undefined,
    userAgent: 'test',
  })
  const recorded: RecordedExchange[] = []
  const masker = createMasker(pseudonymsWith(randomKey()), false)
  const send = createRecorder({
    transport,
    masker,
    documentOf: () => kind,
    prefix: 't',
    onRecorded: (exchange) => recorded.push(exchange),
    ...(attempts === undefined ? {} : { attempts }),
  })
  onTestFinished(async () => {
    await close()
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest/v1/person`
  return { send, recorded, url, server, masker }
}

describe('recorder', () => {
  test('an exchange is raw for the rules and masked in the record', async () => {
    const { send, recorded, url } = await recorderBefore((_, response) => {
      response.setHeader('ETag', '"a-digest"').setHeader('Content-Type', 'application/json')
      response.end('{"personidentifikator":"20914695016","reservasjon":"NEI","navn":"Ola"}')
    })
    const exchange = await send('GET person', {
      method: 'GET',
      url,
      fields: [['Authorization', 'Bearer a-secret-token']],
    })
    expect(new TextDecoder().decode(exchange.response.content)).toContain('20914695016')
    const [record] = recorded
    expect(record?.id).toBe('x-t001')
    const text = JSON.stringify(record)
    for (const secret of ['20914695016', 'a-secret-token', 'a-digest', 'Ola'])
      expect(text).not.toContain(secret)
    expect(text).toContain('NEI')
  })

  test('an answer without content does not tell the digest of what was left out', async () => {
    const digest = createHash('sha256').update('{"personidentifikator":"20914695016"}')
    const written = [digest.copy().digest('base64'), digest.copy().digest('hex')]
    const { send, recorded, url } = await recorderBefore((_, response) => {
      response.setHeader('X-Of-Any-Name', `sha-256=:${written[0]}:`)
      response.setHeader('X-Checksum', `${written[1]}`)
      response.setHeader('X-Request-Id', '7f3c').end()
    })
    await send('HEAD person', { method: 'HEAD', url, fields: [] })
    const text = JSON.stringify(recorded)
    for (const form of written) expect(text).not.toContain(form)
    expect(text).toContain('7f3c')
  })

  test.each([
    ['a published document', 'open', { openapi: '3.0.3', paths: {} }, 200_000, true],
    ['one that is larger than any', 'open', { openapi: '3.0.3', paths: {} }, 600_000, false],
    ['any other document', 'open', { keys: [] }, 20_000, false],
    ['a person that calls itself one', 'person', { openapi: '3.0.3', paths: {} }, 20_000, false],
  ] as const)('%s of this kind (%s) is kept whole, or cut', async (_, kind, start, size, whole) => {
    const content = JSON.stringify({ ...start, 'x-text': 'x '.repeat(size / 2) })
    const answer: RequestListener = (_request, response) => {
      response.setHeader('Content-Type', 'application/json').end(content)
    }
    const { send, recorded, url } = await recorderBefore(answer, 1, kind)
    await send('GET document', { method: 'GET', url, fields: [] })
    const kept = recorded[0]?.response.content ?? ''
    expect(kept === content).toBe(whole)
    expect(kept.length < limits.shownHead + limits.shownTail + 100).toBe(!whole)
    if (!whole && kind === 'open')
      expect(kept).toMatch(/ \[of \d+ characters the first and the last are shown\] .* \[cut\]$/s)
  })

  test('a published document in YAML is kept whole too', async () => {
    const yaml = `openapi: 3.0.3\npaths: {}\nx-text: >-\n${'  word word\n'.repeat(3_000)}`
    const answer: RequestListener = (_request, response) => {
      response.setHeader('Content-Type', 'application/yaml').end(yaml)
    }
    const { send, recorded, url } = await recorderBefore(answer, 1, 'open')
    await send('GET document', { method: 'GET', url, fields: [] })
    expect(recorded[0]?.response.content).toBe(yaml)
  })

  test('of an error page of a megabyte the ends are kept, and no part of a secret at a cut', async () => {
    const secret = 'a-secret-token-of-nobody'
    const page = `begins ${'.'.repeat(16_384 - 19)}${secret}${'x '.repeat(500_000)}${secret}${'.'.repeat(2_048 - 19)} ends`
    const answer: RequestListener = (_request, response) => {
      response.setHeader('Content-Type', 'text/html').end(page)
    }
    const { send, recorded, url, masker } = await recorderBefore(answer, 1, 'open')
    masker.vault.learn('access token', secret)
    await send('GET person', { method: 'GET', url, fields: [] })
    const kept = recorded[0]?.response.content ?? ''
    expect(kept).toMatch(
      /^begins .*\[of 1\d{6} characters the first and the last are shown\].* ends \[cut\]$/s,
    )
    expect(kept).not.toMatch(/a-secret|of-nobody/)
  })

  test('field lines that repeat are kept apart, in their order', async () => {
    const { send, url } = await recorderBefore((_, response) => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2']).end()
    })
    const { response } = await send('GET', { method: 'GET', url, fields: [] })
    expect(response.fields.filter(([name]) => name.toLowerCase() === 'set-cookie')).toEqual([
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ])
  })

  test('a redirect is never followed', async () => {
    let asked = 0
    const { send, url } = await recorderBefore((_, response) => {
      asked += 1
      response.writeHead(302, { Location: '/elsewhere' }).end()
    })
    expect((await send('GET', { method: 'GET', url, fields: [] })).response.status).toBe(302)
    expect(asked).toBe(1)
  })

  test('a 503 is asked again, and what recovered says so', async () => {
    let asked = 0
    const { send, url } = await recorderBefore((_, response) => {
      asked += 1
      response.writeHead(asked === 1 ? 503 : 200, { 'Retry-After': '0' }).end()
    })
    const { response, failedAttempts } = await send('GET', { method: 'GET', url, fields: [] })
    expect([response.status, failedAttempts.map(({ trouble }) => trouble)]).toEqual([
      200,
      ['status 503'],
    ])
  })

  test('a connection that is reset every time is unavailable evidence, after three attempts', async () => {
    let asked = 0
    const { send, url } = await recorderBefore((request) => {
      asked += 1
      request.socket.destroy()
    })
    await expect(send('GET person', { method: 'GET', url, fields: [] })).rejects.toMatchObject({
      code: 'EVIDENCE_UNAVAILABLE',
      verdict: 'inconclusive',
    })
    expect(asked).toBe(3)
  })

  test('one attempt is all where no more are wanted, and what the transport threw is the cause', async () => {
    let asked = 0
    const { send, url } = await recorderBefore((request) => {
      asked += 1
      request.socket.destroy()
    }, 1)
    await expect(send('GET', { method: 'GET', url, fields: [] })).rejects.toMatchObject({
      cause: { code: 'UND_ERR_SOCKET' },
    })
    expect(asked).toBe(1)
  })

  test('a POST that may have arrived is never sent twice', async () => {
    let asked = 0
    const { send, url } = await recorderBefore((request) => {
      asked += 1
      request.socket.destroy()
    })
    await expect(
      send('token request', { method: 'POST', url, fields: [], content: new Uint8Array([1]) }),
    ).rejects.toThrow()
    expect(asked).toBe(1)
  })

  test('a 500 is an answer like any other', async () => {
    const { send, url } = await recorderBefore((_, response) => void response.writeHead(500).end())
    expect((await send('GET', { method: 'GET', url, fields: [] })).response.status).toBe(500)
  })

  test('an origin that never answers is given up', async () => {
    const { send, url, server } = await recorderBefore((_, response) => void response.end())
    await new Promise((resolve) => server.close(resolve))
    const ask = () => send('GET', { method: 'GET', url, fields: [] })
    for (const message of [/refused/, /refused/, /refused/, /is down/])
      await expect(ask()).rejects.toThrow(message)
  })
})
