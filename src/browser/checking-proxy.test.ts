import { createServer, request } from 'node:http'
import { expect, test } from 'vitest'
import { createPki } from '../reference/pki/pki.ts'
import { openCheckingProxy } from './checking-proxy.ts'

test('a checking proxy tunnels for its browser alone', async () => {
  const { caPem } = await createPki()
  const proxy = await openCheckingProxy(caPem, { httpsProxy: undefined, noProxy: undefined })
  try {
    const { hostname, port } = new URL(proxy.server)
    const status = await new Promise((resolve) => {
      const headers = { 'Proxy-Authorization': 'Basic a3JyOmd1ZXNzZWQ=' }
      const asked = request({ hostname, port, method: 'CONNECT', path: 'localhost:443', headers })
      asked.once('connect', ({ statusCode }, socket) => {
        socket.destroy()
        resolve(statusCode)
      })
      asked.end()
    })
    expect(status).toBe(407)
  } finally {
    proxy.close()
  }
  // Its port is free again.
  const server = createServer()
  await new Promise<void>((resolve) =>
    server.listen(Number(new URL(proxy.server).port), '127.0.0.1', resolve),
  )
  server.close()
})
