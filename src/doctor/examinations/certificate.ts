import type { TlsHandshake } from '../../evidence/tls-reading.ts'
import { type Line, ok, problem, warning } from '../line.ts'

/** A handshake with the host of an address. */
export interface CertificateReading {
  /** The key of the address, and of the roots that are trusted beside the built-in ones. */
  readonly key: string
  readonly caKey: string
  readonly host: string
  readonly handshake: TlsHandshake
  /** Milliseconds since the epoch. */
  readonly now: number
}

const day = 24 * 3_600_000
const leastDaysLeft = 14

/** Whether TLS comes about, with a certificate that is valid now and for some time. */
export const certificateIsValid = (reading: CertificateReading): Line => {
  const { key, caKey, host, handshake, now } = reading
  if (!handshake.completed) {
    return problem(key, `TLS: ${host}: ${handshake.trouble}`, 'look at the address and its port')
  }
  const { trouble, notAfter } = handshake.certificate
  if (trouble !== undefined) return invalid(reading, trouble, caKey)
  const daysLeft = Math.floor((notAfter - now) / day)
  return daysLeft < leastDaysLeft
    ? warning(key, `TLS: the certificate of ${host} has ${daysLeft} days left`, 'tell who runs it')
    : ok(
        key,
        `TLS: ${host} speaks ${handshake.protocol}, its certificate has ${daysLeft} days left`,
      )
}

const invalid = ({ key, host }: CertificateReading, trouble: string, caKey: string): Line => {
  const says = `TLS: the certificate of ${host} is not valid (${trouble})`
  if (/EXPIRED|NOT_YET/.test(trouble)) {
    return problem(key, says, "tell who runs it, or look at this machine's clock")
  }
  if (/ALTNAME|HOSTNAME/.test(trouble)) {
    return problem(key, says, 'correct the address: the certificate is for another name')
  }
  return problem(
    caKey,
    says,
    `set ${caKey} to a PEM file with the root that it leads to; checking is never switched off`,
  )
}
