import { fieldValue } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The field is set by one part of the server, and the compression was switched off in another. */
export const uncompressedContentIsLabelledGzip: DefectAt<'response'> = {
  id: 'DEF-NEG-UNCOMPRESSED-CONTENT-IS-LABELLED-GZIP',
  title: 'with Accept-Encoding: gzip the content is labelled gzip and is not',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-008'],
  inject: (response, { request, representation }) => {
    const isAsked = fieldValue(request, 'accept-encoding') !== undefined
    if (!isAsked || representation !== 'application/json') return response
    // A charset, which is in order, keeps the content from being compressed after all.
    const plain = withField(response, 'Content-Type', 'application/json;charset=utf-8')
    return withField(plain, 'Content-Encoding', 'gzip')
  },
}
