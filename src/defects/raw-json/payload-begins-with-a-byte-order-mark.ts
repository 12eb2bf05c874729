import { encodeText } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Inside the signature, where nobody looks at bytes. */
export const payloadBeginsWithAByteOrderMark: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-PAYLOAD-BEGINS-WITH-A-BYTE-ORDER-MARK',
  title: 'the payload of application/jose begins with a byte order mark',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-019'],
  inject: (json, { representation }) =>
    representation === 'application/jose' ? Buffer.concat([encodeText('\u{feff}'), json]) : json,
}
