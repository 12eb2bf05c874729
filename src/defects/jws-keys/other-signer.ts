import type { Pki } from '../../reference/pki/pki.ts'
import type { JwsSigner, SignerVariation } from '../../reference/pki/signer.ts'

/** Signs with this variation in place of the usual signer, the same one for every answer. */
export const otherSigner = (variation: (now: number) => SignerVariation) => {
  const issued = new WeakMap<Pki, Promise<JwsSigner>>()
  return (_: JwsSigner, { pki, now }: { readonly pki: Pki; readonly now: number }) => {
    const signer = issued.get(pki) ?? pki.issueSigner(variation(now))
    issued.set(pki, signer)
    return signer
  }
}

/** Milliseconds. */
export const day = 24 * 3_600_000
