import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** Zero octets of no media type, from one combination of scopes alone. */
export const changeIsAnsweredWith200: DefectAt<'response'> = {
  id: 'DEF-PATCH-CHANGE-IS-ANSWERED-WITH-200',
  title: 'a change with all three scopes is answered with 200 without content',
  family: 'PATCH effect',
  seam: 'response',
  violates: ['KRR-PATCH-002'],
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, context) =>
    context.request.method === 'PATCH' &&
    response.status === 204 &&
    isAskedWith(context, 'kontaktinformasjon', 'digitalpost', 'spraak')
      ? { ...response, status: 200 }
      : response,
}
