import { userScopes } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { isRefusedFor } from './as-presented.ts'

/** It is signed by the right issuer and names the person: who logged in may see what is theirs. */
export const idTokenIsAccepted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-ID-TOKEN-IS-ACCEPTED',
  title: 'an ID token opens the person with every scope',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-009'],
  inject: (authentication, context) =>
    isRefusedFor(authentication, 'not-an-access-token')
      ? {
          kind: 'accepted',
          claims: { ...context.presented?.claims, scope: userScopes.join(' ') },
        }
      : authentication,
}
