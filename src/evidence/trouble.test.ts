import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { wasClosed } from './trouble.ts'
import { EvidenceUnavailableError } from './unavailable.ts'
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
