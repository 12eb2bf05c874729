import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { contentJson } from './exchange.ts'
import { limits } from './limits.ts'
import { overLimit } from './over-limit.ts'
import { transportTrouble } from './trouble.ts'
import { openTransport } from './undici-transport.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const ask = async (port: number, fields: readonly (readonly [string, string])[] = []) => {
  const { transport, close } = openTransport({
    ca: undefined,
    httpsProxy: undefined,
    noProxy: undefined,
    userAgent: 'test',
  })
  closing.push(close)
  return transport({ method: 'GET', url: `http://127.0.0.1:${port}/`, fields })
}

const answering = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return (server.address() as AddressInfo).port
}

const sending = async (text: string): Promise<number> => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.write(text))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

const troubleOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'none',
    (error) => transportTrouble(error).text,
  )

describe('what is read of an answer', () => {
  test('a content without an end is left when the limit is passed', async () => {
    let sent = 0
    const port = await answering((_, response) => {
      response.on('error', () => {})
      const more = () => {
        if (response.destroyed) return
        sent += 65_536
        if (response.write(Buffer.alloc(65_536, 0x20))) setImmediate(more)
        else response.once('drain', more)
      }
      response.write('{"a":1}')
      more()
    })
    const response = await ask(port)
    expect(response.isCut).toBe(true)
    expect(response.content.length).toBe(limits.contentBytes + 1)
    expect(sent).toBeLessThan(32 * limits.contentBytes)
    expect(contentJson(response)).toBeUndefined()
    expect(overLimit(response)).toBe('the content has more than 1 MiB')
  })

  test.each(['gzip', 'x-gzip'])('a bomb in %s is inflated as far as the limit', async (coding) => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('{"a":1}'), Buffer.alloc(100_000_000, 0x20)]))
    const port = await answering((_, response) => {
      response.setHeader('Content-Encoding', coding).end(bomb)
    })
    const response = await ask(port)
    expect(response.isCut).toBe(true)
    expect(response.content.length).toBe(limits.contentBytes + 1)
    expect(contentJson(response)).toBeUndefined()
  })

  test('a bomb in br is inflated as far as the limit', async () => {
    const bomb = brotliCompressSync(Buffer.alloc(20_000_000, 0x20))
    const port = await answering((_, response) => {
      response.setHeader('Content-Encoding', 'br').end(bomb)
    })
    expect(await ask(port)).toMatchObject({ isCut: true })
  })

  const document = '{"a":1}'
  test.each([
    ['br', brotliCompressSync(document)],
    ['deflate', deflateSync(document)],
    ['gzip, br', brotliCompressSync(gzipSync(document))],
    ['identity', Buffer.from(document)],
  ])('content in %s is decoded', async (coding, content) => {
    const port = await answering((_, response) => {
      response.setHeader('Content-Encoding', coding).end(content)
    })
    const response = await ask(port)
    expect(contentJson(response)).toEqual({ a: 1 })
    expect(response.isMiscoded).toBeUndefined()
  })

  test.each(['gzip', 'br', 'gzip, br'])('content that is not in %s is marked', async (coding) => {
    const port = await answering((_, response) => {
      response.setHeader('Content-Encoding', coding).end(document)
    })
    const response = await ask(port)
    expect(response.isMiscoded).toBe(true)
    expect(contentJson(response)).toEqual({ a: 1 })
  })

  test('a coding that is not known is trouble, and named', async () => {
    const port = await answering((_, response) => {
      response.setHeader('Content-Encoding', 'dcb').end(document)
    })
    expect(await troubleOf(ask(port))).toBe(
      'the content came in a coding that is not known here (Content-Encoding: dcb)',
    )
  })

  test('a content of the longest that is read comes whole, in either coding', async () => {
    const whole = Buffer.alloc(limits.contentBytes, 0x20)
    const port = await answering((_, response) => response.end(whole))
    const coded = await answering((_, response) => {
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(whole))
    })
    for (const at of [port, coded]) {
      const response = await ask(at)
      expect(response.isCut).toBeUndefined()
      expect(response.content.length).toBe(limits.contentBytes)
    }
  })

  test('a header section too long, too many fields and too many 1xx are trouble, and named', async () => {
    const fields = Array.from({ length: 300 }, (_, at) => `x-${at}: 1\r\n`).join('')
    const many = await sending(`HTTP/1.1 200 OK\r\nContent-Length: 0\r\n${fields}\r\n`)
    expect(await troubleOf(ask(many))).toBe('more than 200 field lines came')
    const long = await sending(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(40_000)}\r\n\r\n`)
    expect(await troubleOf(ask(long))).toMatch(/the header section has more than 16384 bytes/)
    const informational = 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(40)
    const early = await sending(`${informational}HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n`)
    expect(await troubleOf(ask(early))).toBe('more than 20 responses 1xx came')
  })

  test.each(['a\r\nX-Other: 1', 'a\nb', 'a\0', 'bærer☃'])(
    'a token that no field can hold is not sent: %j',
    async (token) => {
      let asked = 0
      const port = await answering((_, response) => {
        asked += 1
        response.end()
      })
      expect(await troubleOf(ask(port, [['Authorization', `Bearer ${token}`]]))).toBe(
        'Authorization would hold characters that no field may',
      )
      expect(await troubleOf(ask(port, [['Authorization', 'Bearer a']]))).toBe('none')
      expect(asked).toBe(1)
    },
  )
})
