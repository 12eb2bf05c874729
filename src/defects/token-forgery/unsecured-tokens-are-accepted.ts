import type { DefectAt } from '../defect.ts'
import { asPresented } from './as-presented.ts'

/** The first fault of JWT libraries, in 2015 and every year since. */
export const unsecuredTokensAreAccepted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-UNSECURED-TOKENS-ARE-ACCEPTED',
  title: 'a token with alg none is accepted',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-006'],
  inject: (authentication, context) =>
    asPresented(authentication, context, ({ header }) => /^none$/i.test(String(header['alg']))),
}
