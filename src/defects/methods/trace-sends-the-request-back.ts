import { encodeText } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** As the method was meant: every field that a gateway added on the way is shown. */
export const traceSendsTheRequestBack: DefectAt<'response'> = {
  id: 'DEF-HTTP-TRACE-SENDS-THE-REQUEST-BACK',
  title: 'TRACE is answered with 200 and the request',
  family: 'methods',
  seam: 'response',
  violates: ['KRR-HTTP-009'],
  inject: (response, { request }) => {
    if (request.method !== 'TRACE') return response
    const lines = request.fields.map(([name, value]) => `${name}: ${value}\r\n`)
    const content = encodeText(`TRACE ${request.path} HTTP/1.1\r\n${lines.join('')}`)
    return { ...withField(response, 'Content-Type', 'message/http'), status: 200, content }
  },
}
