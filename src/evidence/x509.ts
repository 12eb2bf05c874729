import { createHash, X509Certificate } from 'node:crypto'

/** So many certificates are remembered; a run meets a handful, a matrix of defects some dozens. */
const rememberedAtMost = 256
/** No certificate is longer; what is longer is not kept. */
const rememberedCharacters = 16_384

const parsed = new Map<string, X509Certificate | undefined>()

/**
 * The certificate that the base64 text holds as DER and nothing after it, or undefined where it holds
 * none. The alphabet and white space are the caller's to judge. Each text is parsed once: parsing takes
 * longer than all else that is done with a certificate, and an answer's is looked at by many rules.
 */
export const certificateOfBase64 = (text: string): X509Certificate | undefined => {
  const known = parsed.get(text)
  if (known !== undefined || parsed.has(text)) return known
  const certificate = parseDer(Buffer.from(text, 'base64'))
  if (text.length > rememberedCharacters) return certificate
  if (parsed.size >= rememberedAtMost) parsed.clear()
  parsed.set(text, certificate)
  return certificate
}

const parseDer = (der: Buffer): X509Certificate | undefined => {
  try {
    const certificate = new X509Certificate(der)
    return certificate.raw.equals(der) ? certificate : undefined
  } catch {
    return undefined
  }
}

const digests = new WeakMap<X509Certificate, string>()

/** SHA-256 of the certificate's SubjectPublicKeyInfo, hex: what a key is pinned by. No secret. */
export const keyDigest = (certificate: X509Certificate): string => {
  const spki = () => certificate.publicKey.export({ type: 'spki', format: 'der' })
  const digest = digests.get(certificate) ?? createHash('sha256').update(spki()).digest('hex')
  digests.set(certificate, digest)
  return digest
}

/** The certificate's key in words: `RSA 2048`, `EC prime256v1`. */
export const keyName = ({ publicKey }: X509Certificate): string => {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {}
  const type = publicKey.asymmetricKeyType?.toUpperCase() ?? 'unknown'
  return [type, modulusLength ?? namedCurve].filter((part) => part !== undefined).join(' ')
}
