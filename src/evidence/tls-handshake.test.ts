import { createServer as createPlainServer } from 'node:http'
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { controlHandshakes, controlIdentity } from './tls-control.ts'
import { oldHandshake, usualHandshake } from './tls-handshake.ts'
import { oldTlsVersions } from './tls-reading.ts'

const direct = { httpsProxy: undefined, noProxy: undefined }

const listening = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
}

const serving = (options: TlsOptions = {}) =>
  listening(createTlsServer({ ...controlIdentity(), ...options }))

describe('handshakes', () => {
  test('the control server is spoken to in each old version', async () => {
    const control = await controlHandshakes()
    for (const version of oldTlsVersions) {
      expect(control[version]).toMatchObject({ completed: true, protocol: version })
    }
  })

  test('the usual one speaks TLS 1.3, and tells what is wrong with the certificate', async () => {
    expect(await usualHandshake(await serving(), direct, undefined)).toEqual({
      completed: true,
      protocol: 'TLSv1.3',
      certificate: {
        notBefore: Date.parse('2000-01-01T00:00:00Z'),
        notAfter: Date.parse('2049-12-31T23:59:59Z'),
        trouble: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      },
    })
  })

  test('a root of the environment is trusted, the host name still checked', async () => {
    const identity = controlIdentity()
    const address = await listening(createTlsServer({ ...identity }))
    expect(await usualHandshake(address, direct, identity.cert)).toMatchObject({
      completed: true,
      certificate: { trouble: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    })
  })

  test('an old version is refused by an alert', async () => {
    const address = await serving({ minVersion: 'TLSv1.2' })
    for (const version of oldTlsVersions) {
      expect(await oldHandshake(address, direct, version)).toMatchObject({
        completed: false,
        refused: true,
        trouble: expect.stringContaining('ALERT_PROTOCOL_VERSION'),
      })
    }
  })

  test('an old version is refused by hanging up', async () => {
    const address = await listening(createTcpServer((socket) => socket.end()))
    expect(await oldHandshake(address, direct, 'TLSv1')).toMatchObject({
      completed: false,
      refused: true,
    })
  })

  test('where nobody listens, and where nobody speaks TLS, nothing was refused', async () => {
    const speechless = await listening(createTcpServer((socket) => socket.end('220 ready\r\n')))
    const nobody = { host: '127.0.0.1', port: 1 }
    for (const address of [speechless, nobody]) {
      expect(await oldHandshake(address, direct, 'TLSv1.1')).toMatchObject({
        completed: false,
        refused: false,
      })
    }
  })

  test('a proxy is asked for a tunnel, with its credentials, unless the host is excepted', async () => {
    const tunnels: string[] = []
    const proxy = createPlainServer()
    proxy.on('connect', ({ url, headers }, client: Socket) => {
      tunnels.push(`${url} ${headers['proxy-authorization']}`)
      const { hostname, port } = new URL(`http://${url}`)
      const server = connect(Number(port), hostname, () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n')
        server.pipe(client).pipe(server)
      })
      for (const end of [client, server]) end.on('error', () => end.destroy())
    })
    const at = await listening(proxy)
    const httpsProxy = `http://me:secret@${at.host}:${at.port}`
    const address = await serving()
    const through = await usualHandshake(address, { httpsProxy, noProxy: 'example.org' }, undefined)
    expect(through).toMatchObject({ completed: true, protocol: 'TLSv1.3' })
    await usualHandshake(address, { httpsProxy, noProxy: `127.0.0.1:${address.port}` }, undefined)
    const credentials = Buffer.from('me:secret').toString('base64')
    expect(tunnels).toEqual([`127.0.0.1:${address.port} Basic ${credentials}`])
  })

  test('a proxy that opens no tunnel is the trouble', async () => {
    const at = await listening(createPlainServer((_, answer) => answer.writeHead(403).end()))
    const route = { httpsProxy: `http://${at.host}:${at.port}`, noProxy: undefined }
    expect(await usualHandshake(await serving(), route, undefined)).toMatchObject({
      completed: false,
      refused: false,
    })
  })
})
