import type { DefectAt } from '../defect.ts'

/** A client that does not know the type must not use the token (RFC 6749, 7.1). */
export const tokenTypeIsMac: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-TOKEN-TYPE-IS-MAC',
  title: 'token_type of the token response is mac',
  family: 'OpenID provider',
  seam: 'tokenResponse',
  violates: ['KRR-OP-005'],
  inject: (response) =>
    response.status === 200
      ? { ...response, body: { ...response.body, token_type: 'mac' } }
      : response,
}
