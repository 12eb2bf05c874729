import { createHmac } from 'node:crypto'
import type { DefectAt } from '../defect.ts'

/** Whoever can verify it can sign it: nobody knows who did. */
export const algIsHs256: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-ALG-IS-HS256',
  title: 'the JWS is signed with HS256 and a shared secret',
  family: 'JWS structure',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-002'],
  inject: ({ x5c }) => ({
    alg: 'HS256',
    x5c,
    sign: (signingInput) => createHmac('sha256', secret).update(signingInput).digest(),
  }),
}

const secret = 'shared by the register and everybody who reads it'
