import { isIP } from 'node:net'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'
import { contextTrusting, openConnection, type Route, type TlsAddress } from './tls-connection.ts'
import type { OldTlsVersion, TlsHandshake } from './tls-reading.ts'
import { whenPatienceEnds } from './transport.ts'
import { transportTrouble, wasClosed } from './trouble.ts'
import { shortened, visibleLine } from './visible-text.ts'

/** The usual handshake of every request, with the same roots trusted. */
export const usualHandshake = (
  address: TlsAddress,
  route: Route,
  ca: string | undefined,
): Promise<TlsHandshake> =>
  shakeHands(address, route, ca === undefined ? {} : { secureContext: contextTrusting(ca) })

/** A handshake that offers one old version and nothing else, with every cipher that OpenSSL still knows. */
export const oldHandshake = (
  address: TlsAddress,
  route: Route,
  version: OldTlsVersion,
): Promise<TlsHandshake> =>
  // No root is looked at: whether the version is spoken is all that is asked.
  shakeHands(address, route, {
    minVersion: version,
    maxVersion: version,
    ciphers: anyCipher,
    ca: [],
  })

/** Today's OpenSSL speaks the old versions at its lowest security level only. */
export const anyCipher = 'DEFAULT:@SECLEVEL=0'

/**
 * Shakes hands and hangs up. Chain and host name are checked and what is wrong is told, but the handshake is
 * completed in any case: how else could the certificate be read? Nothing is ever sent over such a connection.
 */
const shakeHands = async (
  address: TlsAddress,
  route: Route,
  offer: ConnectionOptions,
): Promise<TlsHandshake> => {
  try {
    const connection = await openConnection(address, route)
    return await new Promise<TlsHandshake>((resolve) => {
      const socket = connect({
        ...offer,
        ...address,
        ...(isIP(address.host) === 0 ? { servername: address.host } : {}),
        socket: connection,
        rejectUnauthorized: false,
      })
      const end = (outcome: TlsHandshake) => {
        callOff()
        socket.destroy()
        connection.destroy()
        resolve(outcome)
      }
      const callOff = whenPatienceEnds(() => end(failed('the handshake was not answered in time')))
      socket.on('error', (error) => end(failedBy(error, isRefusal(error))))
      socket.once('secureConnect', () => end(completed(socket)))
    })
  } catch (error) {
    return failedBy(error, false)
  }
}

const failed = (trouble: string): TlsHandshake => ({ completed: false, refused: false, trouble })

const failedBy = (error: unknown, refused: boolean): TlsHandshake => ({
  completed: false,
  refused,
  wasReset: wasClosed(error),
  trouble: transportTrouble(error).text,
})

const completed = (socket: TLSSocket): TlsHandshake => {
  const certificate = socket.getPeerX509Certificate()
  const protocol = socket.getProtocol()
  if (certificate === undefined || protocol === null)
    return failed('the server showed no certificate')
  // A string at run time, whatever the type says: the code of what is wrong.
  const trouble: unknown = socket.authorizationError
  return {
    completed: true,
    protocol,
    certificate: {
      notBefore: Date.parse(certificate.validFrom),
      notAfter: Date.parse(certificate.validTo),
      trouble: socket.authorized ? undefined : String(trouble),
      ...(certificate.issuer ? { issuer: distinguishedName(certificate.issuer) } : {}),
    },
  }
}

/**
 * The common name in a name of X.509, or the whole name where it has none; on one line. Of an empty name Node gives
 * undefined, whatever the type says.
 */
export const distinguishedName = (name: string | undefined): string =>
  shortened(
    visibleLine(/^CN=(.+)$/m.exec(name ?? '')?.[1] ?? (name ?? '').replaceAll('\n', ', ')),
    120,
  )

/** Whether the server would not: an alert of its own, another version in answer, or it hung up. */
const isRefusal = (error: NodeJS.ErrnoException): boolean =>
  /_ALERT_|^ERR_SSL_UNSUPPORTED_PROTOCOL$|^ECONNRESET$|^EPIPE$/.test(error.code ?? '')
