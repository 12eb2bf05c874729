import { X509Certificate } from 'node:crypto'
import { accepted, type Form, refused } from './form.ts'

const block = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g

/** The certificates of PEM text, each a block of its own; undefined where one of them is damaged. */
export const pemCertificates = (text: string): readonly string[] | undefined => {
  const blocks = text.match(block) ?? []
  return blocks.every(isCertificate) ? blocks : undefined
}

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}

/** A PEM file with certificates; gives each certificate's PEM, in order. */
export const certificateFile: Form<readonly string[]> = {
  accepts: 'the path of a PEM file with one or more certificates',
  parse: (text, disk) => {
    const file = disk.readText(text)
    if ('trouble' in file) return refused(file.trouble)
    const certificates = pemCertificates(file.text)
    if (certificates === undefined) return refused('a certificate in the file is damaged')
    return certificates.length === 0
      ? refused('the file holds no certificate')
      : accepted(certificates)
  },
}
