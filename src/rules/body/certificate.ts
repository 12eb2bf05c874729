import type { X509Certificate } from 'node:crypto'
import { certificateOfBase64 } from '../../evidence/x509.ts'

const armour = /^\s*-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----\s*$/
const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/**
 * The one certificate that the text holds as base64 DER, or undefined where it holds none. PEM armour
 * and white space are tolerated; anything before or behind the certificate is not.
 */
export const readCertificate = (text: string): X509Certificate | undefined => {
  const encoded = (armour.exec(text)?.[1] ?? text).replaceAll(/\s/g, '')
  return base64.test(encoded) ? certificateOfBase64(encoded) : undefined
}
