import { X509Certificate } from 'node:crypto'

const armour = /^\s*-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----\s*$/
const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/**
 * The one certificate that the text holds as base64 DER, or undefined where it holds none. PEM armour
 * and white space are tolerated; anything before or behind the certificate is not.
 */
export const readCertificate = (text: string): X509Certificate | undefined => {
  const encoded = (armour.exec(text)?.[1] ?? text).replaceAll(/\s/g, '')
  if (!base64.test(encoded)) return undefined
  const der = Buffer.from(encoded, 'base64')
  try {
    const certificate = new X509Certificate(der)
    return certificate.raw.equals(der) ? certificate : undefined
  } catch {
    return undefined
  }
}
