import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** One document a line: parsers of streams like it, and JSON it is not. */
export const jsonIsTwoDocuments: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-JSON-IS-TWO-DOCUMENTS',
  title: 'an empty object follows the person who is not in the register',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-019'],
  inject: (json, context) =>
    context.representation === 'application/json' && isOf(context, 'UNREGISTERED')
      ? Buffer.concat([json, Buffer.from('\n{}')])
      : json,
}
