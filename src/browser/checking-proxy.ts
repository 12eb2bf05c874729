import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { createServer } from 'node:http'
import { type AddressInfo, isIP, type Socket } from 'node:net'
import { connect, TLSSocket } from 'node:tls'
import type { RunSettings } from '../config/environment.ts'
import {
  contextTrusting,
  openConnection,
  type Route,
  type TlsAddress,
} from '../evidence/tls-connection.ts'
import { controlIdentity } from '../evidence/tls-control.ts'
import { whenPatienceEnds } from '../evidence/transport.ts'

/** A proxy of this process for one browser: what it tunnels, this process has checked. */
export interface CheckingProxy {
  readonly server: string
  readonly username: string
  readonly password: string
  /** SHA-256 of the one key that it shows, base64: whoever has another is not it. */
  readonly spki: string
  readonly close: () => void
}

/**
 * Opens a proxy at which a browser's TLS ends. It goes on over a connection of its own, whose certificate is checked
 * as that of every other request is: by the built-in roots and these. A browser cannot be given further roots, but it
 * can be told the one key of this proxy, which is made here, shown on loopback alone, and gone with it.
 */
export const openCheckingProxy = async (ca: string, route: Route): Promise<CheckingProxy> => {
  const { key, cert } = controlIdentity()
  const [username, password] = ['krr', randomBytes(24).toString('base64url')]
  const credentials = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const open = new Set<Socket>()
  const keep = <Kept extends Socket>(socket: Kept): Kept => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => open.delete(socket))
    return socket
  }

  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', async ({ url = '', headers }, near: Socket) => {
    keep(near)
    if (headers['proxy-authorization'] !== credentials) {
      near.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="krr"\r\nContent-Length: 0\r\n\r\n',
      )
      return
    }
    try {
      const far = keep(await checkedConnection(addressOf(url), route, ca))
      near.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      const inner = keep(new TLSSocket(near, { isServer: true, key, cert }))
      inner.pipe(far).pipe(inner)
      inner.once('close', () => far.destroy())
      far.once('close', () => inner.destroy())
    } catch {
      near.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()
  const { port } = server.address() as AddressInfo
  return {
    server: `http://127.0.0.1:${port}`,
    username,
    password,
    spki: spkiOf(cert),
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/** A TLS connection whose chain and host name are in order; anything else rejects. */
const checkedConnection = async (
  address: TlsAddress,
  route: Route,
  ca: string,
): Promise<TLSSocket> => {
  const connection = await openConnection(address, route)
  return new Promise((resolve, reject) => {
    const socket = connect({
      socket: connection,
      host: address.host,
      ...(isIP(address.host) === 0 ? { servername: address.host } : {}),
      secureContext: contextTrusting(ca),
      ALPNProtocols: ['http/1.1'],
    })
    const callOff = whenPatienceEnds(() => socket.destroy(new Error('no handshake in time')))
    socket.once('close', callOff)
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      callOff()
      resolve(socket)
    })
  })
}

const addressOf = (authority: string): TlsAddress => {
  const { hostname, port } = new URL(`https://${authority}`)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 443 : Number(port) }
}

const spkiOf = (certificate: string): string =>
  createHash('sha256')
    .update(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')

/** A proxy as Playwright takes it. */
interface BrowserProxy {
  readonly server: string
  readonly bypass: string
  readonly username?: string
  readonly password?: string
}

/**
 * The proxy that the browser uses (`HTTPS_PROXY`, `NO_PROXY`), or undefined. Unresolvable hosts go past
 * it: a proxy would look them up itself, whatever the browser's resolver rules say.
 */
export const browserProxy = (
  settings: Pick<RunSettings, 'httpsProxy' | 'noProxy'>,
  unresolvable: readonly string[],
): BrowserProxy | undefined => {
  if (settings.httpsProxy === undefined) return undefined
  const url = new URL(settings.httpsProxy)
  const excepted = (settings.noProxy ?? '').split(/[\s,]+/).filter((host) => host !== '')
  const bypass = [...excepted, 'localhost', '127.0.0.1', '[::1]', ...unresolvable].join(',')
  return {
    server: `${url.protocol}//${url.host}`,
    bypass,
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
  }
}

/** Everything goes through the checking proxy, this machine's servers too, but for what must not be reached at all. */
export const throughChecking = (
  { server, username, password }: CheckingProxy,
  unresolvable: readonly string[],
): BrowserProxy => ({ server, username, password, bypass: unresolvable.join(',') })
