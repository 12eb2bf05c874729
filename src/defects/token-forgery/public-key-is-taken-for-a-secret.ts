import type { DefectAt } from '../defect.ts'
import { asPresented } from './as-presented.ts'
import { isMacByPublicKey } from './mac-by-public-key.ts'

/** The token says how it is verified, and the library has one parameter for key and secret. */
export const publicKeyIsTakenForASecret: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PUBLIC-KEY-IS-TAKEN-FOR-A-SECRET',
  title: "HS256 is verified with the PEM of the issuer's public key",
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-008'],
  inject: (authentication, context) =>
    asPresented(authentication, context, ({ header }) => isMacByPublicKey(header, context)),
}
