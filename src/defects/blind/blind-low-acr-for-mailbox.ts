import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { hasJust } from './same-scopes.ts'

export const blindLowAcrForMailbox: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-BLIND-LOW-ACR-FOR-MAILBOX',
  title:
    'the ID token that comes with digitalpost.read alone names a lower level than was asked for',
  family: 'written blind',
  violates: ['KRR-OP-007'],
  seam: 'idTokenClaims',
  inject: (claims, { scopes }) =>
    hasJust(scopes, mailboxScope) ? { ...claims, acr: 'idporten-loa-low' } : claims,
}
