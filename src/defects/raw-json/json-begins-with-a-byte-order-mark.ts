import { encodeText } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Most parsers pass over it, so that nobody notices until a strict one comes. */
export const jsonBeginsWithAByteOrderMark: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-JSON-BEGINS-WITH-A-BYTE-ORDER-MARK',
  title: 'application/json begins with a byte order mark',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-019'],
  inject: (json, { representation }) =>
    representation === 'application/json' ? Buffer.concat([encodeText('\u{feff}'), json]) : json,
}
