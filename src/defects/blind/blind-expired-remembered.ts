import { acceptedAlthough } from '../authentication/accepted-although.ts'
import type { DefectAt } from '../defect.ts'
import { memoryOf } from '../memory.ts'

const letIn = memoryOf(() => new Set<string>())

export const blindExpiredRemembered: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-EXPIRED-REMEMBERED',
  title: 'a token that was let in once is let in after its expiry too',
  family: 'written blind',
  violates: ['KRR-AUTH-004'],
  seam: 'authentication',
  inject: (authentication, context) => {
    const known = letIn(context.people)
    const { token = '' } = context.credentials ?? {}
    if (authentication.kind === 'accepted') known.add(token)
    return known.has(token) ? acceptedAlthough('expired', authentication, context) : authentication
  },
}
