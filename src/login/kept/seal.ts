import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What a sealed text is bound to: it opens for exactly this, and for nothing else. */
export interface Binding {
  readonly environment: string
  readonly apiUrl: string
  readonly issuer: string
  readonly clientId: string
}

/** A sealed text as it lies on disk; all of it but the seal can be read by anybody. */
export interface Sealed {
  readonly format: 1
  /** When what is in it is of no use any more. */
  readonly expiresAt: string
  readonly nonce: string
  readonly sealed: string
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Seals a text by AES-256-GCM, under a key of its own made of `KRR_STATE_KEY`, with a fresh nonce. */
export const seal = (
  text: string,
  { stateKey, binding, expiresAt }: { stateKey: string; binding: Binding; expiresAt: string },
): Sealed => {
  const nonce = randomBytes(nonceBytes)
  const encryption = createCipheriv(cipher, keyFrom(stateKey), nonce)
  encryption.setAAD(boundTo(binding, expiresAt))
  const content = Buffer.concat([encryption.update(text, 'utf8'), encryption.final()])
  const sealed = Buffer.concat([content, encryption.getAuthTag()])
  return {
    format: 1,
    expiresAt,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** The text, or undefined where key, binding, expiry or a single bit of it is not as it was sealed. */
export const unseal = (
  { expiresAt, nonce, sealed }: Sealed,
  { stateKey, binding }: { stateKey: string; binding: Binding },
): string | undefined => {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < tagBytes) return undefined
  try {
    const decryption = createDecipheriv(cipher, keyFrom(stateKey), Buffer.from(nonce, 'base64'), {
      authTagLength: tagBytes,
    })
    decryption.setAAD(boundTo(binding, expiresAt))
    decryption.setAuthTag(bytes.subarray(-tagBytes))
    const content = decryption.update(bytes.subarray(0, -tagBytes))
    return Buffer.concat([content, decryption.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const keyFrom = (stateKey: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', stateKey, '', 'krr-conformance kept login', 32))

const boundTo = (
  { environment, apiUrl, issuer, clientId }: Binding,
  expiresAt: string,
): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify([
      'krr-conformance kept login',
      1,
      environment,
      apiUrl,
      issuer,
      clientId,
      expiresAt,
    ]),
  )
