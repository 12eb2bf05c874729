import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** As a search would answer, with one person found. */
export const jsonIsAList: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-JSON-IS-A-LIST',
  title: 'application/json is a list of one person for both read scopes',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-019'],
  // Such content is neither representation.
  alsoTrips: ['KRR-NEG-005'],
  inject: (json, context) =>
    context.representation === 'application/json' &&
    isAskedWith(context, 'kontaktinformasjon', 'digitalpost')
      ? Buffer.concat([Buffer.from('['), json, Buffer.from(']')])
      : json,
}
