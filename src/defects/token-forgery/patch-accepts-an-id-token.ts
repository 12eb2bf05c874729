import { userScopes } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { isRefusedFor } from './as-presented.ts'

/** Reading asks for scopes, and writing for a person who is logged in. */
export const patchAcceptsAnIdToken: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-ACCEPTS-AN-ID-TOKEN',
  title: 'PATCH takes an ID token for an access token with every scope',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-009'],
  inject: (authentication, context) =>
    context.request.method === 'PATCH' && isRefusedFor(authentication, 'not-an-access-token')
      ? {
          kind: 'accepted',
          claims: { ...context.presented?.claims, scope: userScopes.join(' ') },
        }
      : authentication,
}
