import type { Exchange } from './exchange.ts'

/** The versions that nobody must speak any more (RFC 8996). */
export const oldTlsVersions = ['TLSv1', 'TLSv1.1'] as const
export type OldTlsVersion = (typeof oldTlsVersions)[number]

/** How long a server's certificate is valid, and what is wrong with it. */
export interface ServerCertificate {
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  readonly notAfter: number
  /** Why chain or host name are not valid: `CERT_HAS_EXPIRED`; undefined where they are. */
  readonly trouble: string | undefined
  /** The name of who issued it, as the certificate says it. */
  readonly issuer?: string
}

/** What came of one handshake. The connection was closed right after it, and nothing was sent over it. */
export type TlsHandshake =
  | {
      readonly completed: true
      /** `TLSv1.3` */
      readonly protocol: string
      readonly certificate: ServerCertificate
    }
  | {
      readonly completed: false
      /** Whether it was the server that would not: it answered with an alert or closed the connection. */
      readonly refused: boolean
      /** Whether the connection was reset, by the server or by something in between. */
      readonly wasReset?: boolean
      readonly trouble: string
    }

/** A handshake as every request begins with one: it offers TLS 1.2 and 1.3. */
export interface TlsReading {
  /** `krr.example:443` */
  readonly at: string
  /** Milliseconds since the epoch, when the certificate was read. */
  readonly readAt: number
  readonly handshake: Extract<TlsHandshake, { completed: true }>
}

/** A handshake that offered nothing but an old version, by a client that is known to speak it. */
export interface OldTlsReading {
  readonly at: string
  readonly version: OldTlsVersion
  readonly handshake: TlsHandshake
}

/** What came of asking for the resource over plain http, without a token. */
export type PlainHttpReading =
  | { readonly answered: true; readonly exchange: Exchange }
  | {
      readonly answered: false
      /** How it was refused: `the connection is refused (ECONNREFUSED)`. */
      readonly refusal: string
    }
