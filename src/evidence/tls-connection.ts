import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { connect, isIPv6, type Socket } from 'node:net'
import tls from 'node:tls'
import { whenPatienceEnds } from './transport.ts'

/** Whether `NO_PROXY` excepts a host and port, by the same reading of it that requests go by (undici's). */
export const isExcepted = (host: string, port: number, noProxy: string | undefined): boolean => {
  if (noProxy?.trim() === '*') return true
  const name = isIPv6(host) ? `[${host}]` : host.toLowerCase()
  return (noProxy ?? '')
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, own = entry, ownPort] = /^(.+):(\d+)$/.exec(entry) ?? []
      if (ownPort !== undefined && Number(ownPort) !== port) return false
      const excepted = own.replace(/^\*?\./, '').toLowerCase()
      return name === excepted || name.endsWith(`.${excepted}`)
    })
}

/** Where a server listens. */
export interface TlsAddress {
  /** A name, or an address without brackets. */
  readonly host: string
  readonly port: number
}

/** The way that requests take too. */
export interface Route {
  readonly httpsProxy: string | undefined
  readonly noProxy: string | undefined
}

/** A connection to the server, past the proxy where one is configured: nothing was said on it yet. */
export const openConnection = (address: TlsAddress, route: Route): Promise<Socket> =>
  route.httpsProxy === undefined || isExcepted(address.host, address.port, route.noProxy)
    ? directly(address)
    : throughProxy(address, new URL(route.httpsProxy))

const directly = (address: TlsAddress): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(address)
    const callOff = whenPatienceEnds(() => socket.destroy(new NoConnectionError()))
    socket.once('close', callOff)
    socket.once('error', reject)
    socket.once('connect', () => {
      callOff()
      socket.off('error', reject)
      resolve(socket)
    })
  })

/** A tunnel by CONNECT (RFC 9110, 9.3.6). */
const throughProxy = ({ host, port }: TlsAddress, proxy: URL): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const target = `${host.includes(':') ? `[${host}]` : host}:${port}`
    const credentials = [proxy.username, proxy.password].map(decodeURIComponent).join(':')
    const tunnel = (proxy.protocol === 'https:' ? overHttps : overHttp)({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : Number(proxy.port),
      method: 'CONNECT',
      path: target,
      agent: false,
      headers: {
        Host: target,
        ...(proxy.username === ''
          ? {}
          : { 'Proxy-Authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }),
      },
    })
    const refused = (status: number | undefined) =>
      reject(new NoConnectionError(`the proxy answered ${status} to CONNECT`))
    tunnel.once('connect', ({ statusCode }, socket) => {
      callOff()
      if (statusCode === 200) return resolve(socket as Socket)
      socket.destroy()
      refused(statusCode)
    })
    tunnel.once('response', (response) => {
      response.destroy()
      refused(response.statusCode)
    })
    const callOff = whenPatienceEnds(() => tunnel.destroy(new NoConnectionError()))
    tunnel.once('close', callOff)
    tunnel.once('error', reject)
    tunnel.end()
  })

/** No connection came about. */
class NoConnectionError extends Error {
  override readonly name = 'NoConnectionError'

  constructor(message = 'no connection came about in time') {
    super(message)
  }
}

const contexts = new Map<string, tls.SecureContext>()

/**
 * Trusts these roots beside the built-in ones. They are added to a context that has those: handed in as a list, all of
 * them would be parsed again in each thread, which takes 50 to 120 ms.
 */
export const contextTrusting = (ca: string): tls.SecureContext => {
  const known = contexts.get(ca)
  if (known !== undefined) return known
  const secureContext = tls.createSecureContext()
  secureContext.context.addCACert(ca)
  contexts.set(ca, secureContext)
  return secureContext
}
