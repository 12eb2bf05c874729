import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** It tells which machine answered, and asks to be sent back. */
export const jwsComesWithABalancerCookie: DefectAt<'response'> = {
  id: 'DEF-HTTP-JWS-COMES-WITH-A-BALANCER-COOKIE',
  title: 'a JWS comes with the cookie of a load balancer',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-007'],
  inject: (response, { representation }) =>
    representation === 'application/jose'
      ? withField(response, 'Set-Cookie', 'BALANCER=node-2; Path=/')
      : response,
}
