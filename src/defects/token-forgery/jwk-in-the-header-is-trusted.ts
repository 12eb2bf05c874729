import { EmbeddedJWK, jwtVerify } from 'jose'
import type { DefectAt } from '../defect.ts'
import { asPresented } from './as-presented.ts'

/** CVE-2018-0114: what signs the token says what it is verified with. */
export const jwkInTheHeaderIsTrusted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-JWK-IN-THE-HEADER-IS-TRUSTED',
  title: 'a token is verified by the jwk in its own header',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-007'],
  inject: async (authentication, context) => {
    const { credentials, presented } = context
    if (credentials === undefined || presented?.header['jwk'] === undefined) return authentication
    const isSigned = await jwtVerify(credentials.token, EmbeddedJWK).then(
      () => true,
      () => false,
    )
    return asPresented(authentication, context, () => isSigned)
  },
}
