import { Buffer } from 'node:buffer'
import type { JwsSigner } from '../pki/signer.ts'
import type { PassThrough } from '../seams.ts'
import { encodeJson } from './message.ts'
import type { ContentContext } from './seams.ts'

/** The JSON text as a compact JWS (RFC 7515, 3.1), `alg` and `x5c` in its header. */
export const signPerson = async (
  json: Uint8Array,
  usualSigner: JwsSigner,
  seams: PassThrough,
  context: ContentContext,
): Promise<string> => {
  const signer = await seams('jwsSigner', usualSigner, context)
  const jwsContext = { ...context, signer }
  const usual = { header: { alg: signer.alg, x5c: signer.x5c }, payload: json }
  const { header, payload } = await seams('jws', usual, jwsContext)
  const signingInput = `${base64url(encodeJson(header))}.${base64url(payload)}`
  const signature = base64url(signer.sign(signingInput))
  return seams('jwsCompact', `${signingInput}.${signature}`, jwsContext)
}

const base64url = (octets: Uint8Array): string => Buffer.from(octets).toString('base64url')
