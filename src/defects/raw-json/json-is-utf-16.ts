import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** RFC 8259 left UTF-8 as the only encoding; its forerunner had this one too. */
export const jsonIsUtf16: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-JSON-IS-UTF-16',
  title: 'application/json is UTF-16 for digitalpost.read alone',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-019'],
  alsoTrips: ['KRR-NEG-004'],
  inject: (json, context) =>
    context.representation === 'application/json' && isAskedWith(context, 'digitalpost')
      ? Buffer.from(Buffer.from(json).toString('utf8'), 'utf16le')
      : json,
}
