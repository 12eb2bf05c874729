import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** What could be sent instead has to be guessed. */
export const allowIsMissing: DefectAt<'response'> = {
  id: 'DEF-HTTP-ALLOW-IS-MISSING',
  title: 'a 405 has no Allow',
  family: 'methods',
  seam: 'response',
  violates: ['KRR-HTTP-002'],
  inject: (response) => (response.status === 405 ? withoutField(response, 'Allow') : response),
}
