import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindUnregisteredPublic: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-UNREGISTERED-PUBLIC',
  title: 'that somebody is not in the register may be kept by every cache',
  family: 'written blind',
  violates: ['KRR-HTTP-004', 'KRR-HTTP-010'],
  seam: 'response',
  inject: (response, { representation, record }) =>
    representation !== undefined && record === undefined
      ? withField(response, 'Cache-Control', 'public, max-age=3600')
      : response,
}
