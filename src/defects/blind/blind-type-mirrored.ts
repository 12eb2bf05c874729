import { fieldValue } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindTypeMirrored: DefectAt<'response'> = {
  id: 'DEF-ERR-BLIND-TYPE-MIRRORED',
  title:
    'a type that is not offered is refused with 406, and the refusal claims to be of that type',
  family: 'written blind',
  violates: ['KRR-ERR-004'],
  alsoTrips: ['KRR-NEG-006', 'KRR-SPEC-006'],
  seam: 'response',
  inject: (response, { request }) =>
    response.status === 406
      ? withField(response, 'Content-Type', fieldValue(request, 'accept') ?? 'application/json')
      : response,
}
