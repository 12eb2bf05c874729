import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindOriginNull: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-ORIGIN-NULL',
  title: 'the person is open, with credentials, to the origin null, which any sandboxed frame has',
  family: 'written blind',
  violates: ['KRR-HTTP-006'],
  seam: 'response',
  inject: (response) =>
    withField(
      withField(response, 'Access-Control-Allow-Origin', 'null'),
      'Access-Control-Allow-Credentials',
      'true',
    ),
}
