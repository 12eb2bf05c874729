import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindSharedAgeInCapitals: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-SHARED-AGE-IN-CAPITALS',
  title: 'a person may be kept by shared caches, in capitals: S-MAXAGE=60',
  family: 'written blind',
  violates: ['KRR-HTTP-004', 'KRR-HTTP-010'],
  seam: 'response',
  inject: (response, { representation }) =>
    representation === undefined
      ? response
      : withField(response, 'Cache-Control', 'private, S-MAXAGE=60'),
}
