import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** The TLS server's root, in the place of the signer's. */
export const unrelatedCertificateEndsTheChain: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-UNRELATED-CERTIFICATE-ENDS-THE-CHAIN',
  title: 'the last certificate in x5c certifies nobody in it, for spraak.write alone',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-004'],
  inject: (signer, context) =>
    isAskedWith(context, 'spraak')
      ? { ...signer, x5c: [...signer.x5c, base64Of(context.pki.caPem)] }
      : signer,
}

const base64Of = (pem: string): string => pem.replaceAll(/-----[^-]+-----|\s/g, '')
