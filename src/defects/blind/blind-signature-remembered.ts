import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'
import { memoryOf } from '../memory.ts'

const verified = memoryOf(() => new Set<string>())

export const blindSignatureRemembered: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-SIGNATURE-REMEMBERED',
  title:
    'a signature that verified once, with this exp, is not verified again, whatever it is under',
  family: 'written blind',
  violates: ['KRR-AUTH-005'],
  seam: 'authentication',
  inject: (authentication, { request, people, presented }) => {
    const signature = fieldValue(request, 'authorization')?.split('.')[2]
    if (presented === undefined || !signature) return authentication
    const entry = `${signature} ${String(presented.claims['exp'])}`
    if (authentication.kind === 'accepted') verified(people).add(entry)
    const isKnown = authentication.kind === 'refused' && authentication.reason === 'signature'
    return isKnown && verified(people).has(entry)
      ? { kind: 'accepted', claims: presented.claims }
      : authentication
  },
}
