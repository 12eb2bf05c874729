import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { HttpResponse } from './exchange.ts'
import { rawTransport } from './raw-transport.ts'
import { EvidenceUnavailableError, type Transport } from './transport.ts'
import {
  grammarTrouble,
  isCutShort,
  isRefusal,
  passingTrouble,
  retryAfterMs,
  transportTrouble,
  wasClosed,
} from './trouble.ts'
import { openTransport } from './undici-transport.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** What sending 1 MiB to a server throws that hangs up at its first bytes. */
const hungUp = async (): Promise<unknown> => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.destroy())
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { transport, close } = openTransport({
    ca: undefined,
    httpsProxy: undefined,
    noProxy: undefined,
    userAgent: 'test',
  })
  try {
    const url = `http://127.0.0.1:${port}/`
    const content = new Uint8Array(2 ** 20)
    return await transport({ method: 'PATCH', url, fields: [], content })
  } catch (error) {
    return error
  } finally {
    await close()
  }
}

const way = { ca: undefined, httpsProxy: undefined, noProxy: undefined, userAgent: 'test' }

/** The address of a server that answers whatever it is asked with these bytes. */
const answering = async (text: string): Promise<string> => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(Buffer.from(text, 'latin1')))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
}

const thrownBy = async (transport: Transport, url: string): Promise<unknown> =>
  transport({ method: 'GET', url, fields: [] }).catch((error: unknown) => error)

const parsedFrom = async (lines: string): Promise<unknown> => {
  const { transport, close } = openTransport(way)
  return thrownBy(transport, await answering(`HTTP/1.1 200 OK\r\n${lines}\r\n\r\n{}`)).finally(
    close,
  )
}

describe('an answer that a client throws away', () => {
  test.each([
    ['a control character', 'X-A: b\u0001c', 'Invalid header value char'],
    ['white space before the colon', 'X-A : b', 'Invalid header token'],
    ['a folded line', 'X-A: b\r\n c', 'Unexpected whitespace after header value'],
    ['a length that is none', 'Content-Length: +2', 'Invalid character in Content-Length'],
  ])('breaks the grammar of HTTP where it has %s', async (_, lines, because) => {
    const error = await parsedFrom(lines)
    expect(grammarTrouble(error)).toBe(because)
    expect(grammarTrouble(new EvidenceUnavailableError('no answer', { cause: error }))).toBe(
      because,
    )
    expect(transportTrouble(error)).toEqual({
      kind: 'http-grammar',
      text: `the answer breaks the grammar of HTTP (${because})`,
    })
  })

  test('may break it where its length was read first, or be cut short', async () => {
    expect(isCutShort(await parsedFrom('Content-Length: 2\r\nX-A : b'))).toBe(true)
    const cut = await parsedFrom('Content-Length: 9')
    expect([isCutShort(cut) || wasClosed(cut), grammarTrouble(cut)]).toEqual([true, undefined])
  })

  test('is none of HTTP where something else listens', async () => {
    const { transport, close } = openTransport(way)
    const error = await thrownBy(transport, await answering('220 mail ready\r\n')).finally(close)
    expect([grammarTrouble(error), isRefusal(error)]).toEqual([undefined, true])
    expect(transportTrouble(error)).toEqual({ kind: 'no-http', text: 'what came is no HTTP' })
  })

  test('has larger header fields than clients take, and is called that', async () => {
    const error = await parsedFrom(`X-A: ${'b'.repeat(20_000)}`)
    expect(transportTrouble(error)).toMatchObject({
      kind: 'header-size',
      text: expect.stringContaining('more than 16384 bytes (UND_ERR_HEADERS_OVERFLOW)'),
    })
  })
})

describe('a header section as its bytes come', () => {
  const raw = async (text: string) => {
    const url = await answering(text)
    return rawTransport(way)({ method: 'GET', url, fields: [['Accept', 'application/json']] })
  }

  test('is whole, whatever is wrong with it, and ends where the content begins', async () => {
    const { status, fields, content, head } = await raw(
      'HTTP/1.1 200 OK\r\nX-A : b\u0001\r\nContent-Length: 2\r\n\r\n{}',
    )
    expect([status, content.length]).toEqual([200, 0])
    expect(fields).toEqual([
      ['X-A', 'b\u0001'],
      ['Content-Length', '2'],
    ])
    expect(Buffer.from(head ?? []).toString('latin1')).toBe(
      'HTTP/1.1 200 OK\r\nX-A : b\u0001\r\nContent-Length: 2',
    )
  })

  test('is that of the answer, not that of an informational response before it', async () => {
    const { status } = await raw(
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
    )
    expect(status).toBe(204)
  })

  test('is cut at 64 KiB', async () => {
    const { head } = await raw(`HTTP/1.1 200 OK\r\nX-A: ${'b'.repeat(200_000)}\r\n\r\n`)
    expect(head?.length).toBe(65_536)
  })

  test('is trouble where the connection ends before it is whole', async () => {
    const url = await answering('HTTP/1.1 200 OK\r\nX-A: b\r\n')
    const error = await thrownBy(rawTransport(way), url)
    expect([wasClosed(error), grammarTrouble(error)]).toEqual([true, undefined])
  })
})

describe('a connection that was closed', () => {
  test('is told from other trouble, within what was made of it too', async () => {
    const error = await hungUp()
    expect(wasClosed(error)).toBe(true)
    expect(wasClosed(new EvidenceUnavailableError('no answer', { cause: error }))).toBe(true)
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    expect(wasClosed(refused)).toBe(false)
    expect(wasClosed(undefined)).toBe(false)
  })
})

describe('an answer that says "not now"', () => {
  const saying = (status: number, retryAfter?: string): HttpResponse => ({
    status,
    fields: retryAfter === undefined ? [] : [['Retry-After', retryAfter]],
    content: new Uint8Array(),
  })
  const now = Date.parse('2026-11-30T12:00:00Z')

  test.each([
    ['5', 5_000],
    ['0', 0],
    ['Mon, 30 Nov 2026 12:00:05 GMT', 5_000],
    ['Monday, 30-Nov-26 12:00:05 GMT', 5_000],
    ['Mon Nov 30 12:00:05 2026 GMT', 5_000],
    ['Mon, 30 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
  ])('is waited for as Retry-After says: %s', (value, ms) => {
    expect(retryAfterMs(saying(503, value), now)).toBe(ms)
  })

  test('has no time to wait for without Retry-After', () => {
    expect(retryAfterMs(saying(503), now)).toBeUndefined()
  })

  test.each([408, 421, 425, 429, 502, 503, 504])('may be asked for again: %d', (status) => {
    expect(passingTrouble(saying(status))?.text).toBe(`status ${status}`)
  })

  test.each([200, 400, 401, 403, 404, 406, 409, 500, 501])('is none: %d', (status) => {
    expect(passingTrouble(saying(status))).toBeUndefined()
  })
})

test('a proxy that refuses is told apart from the server behind it: 403', async () => {
  const proxy = createHttpServer().on('connect', (_, socket) => {
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  servers.push(proxy)
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  const { transport, close } = openTransport({ ...way, httpsProxy: `http://127.0.0.1:${port}` })
  const error = await thrownBy(transport, 'https://idporten.example/').finally(close)
  expect(transportTrouble(error)).toEqual({
    kind: 'proxy-policy',
    text: 'status 403 from the proxy',
  })
})
