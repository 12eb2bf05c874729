import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A page of anybody that comes by a token reads the person. */
export const anyOriginMayRead: DefectAt<'response'> = {
  id: 'DEF-HTTP-ANY-ORIGIN-MAY-READ',
  title: 'a person has Access-Control-Allow-Origin: *',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-006'],
  inject: (response, { representation }) =>
    representation === undefined
      ? response
      : withField(response, 'Access-Control-Allow-Origin', '*'),
}
