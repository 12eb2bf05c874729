import type { ApiResponse } from '../../reference/api/message.ts'
import type { ResponseContext } from '../../reference/api/seams.ts'
import { ofFamily } from '../defect.ts'

/** The person's answers with a line behind their fields that no client may accept. */
const ofPersons =
  (line: string) =>
  (response: ApiResponse, { representation }: ResponseContext): ApiResponse =>
    representation === undefined ? response : { ...response, rawLines: [line] }

/** Header sections that are not in the grammar of HTTP. */
export const httpGrammarDefects = ofFamily('HTTP grammar', [
  /** A name from a log or a database, put into a field as it is. */
  {
    id: 'DEF-HTTP-FIELD-HAS-A-CONTROL-CHARACTER',
    title: 'a person comes with a field that has a control character',
    seam: 'response',
    violates: ['KRR-HTTP-011'],
    inject: ofPersons('X-Trace-Id: 7f\u00013a'),
  },
  /** One of the server, one of what stands before it. */
  {
    id: 'DEF-HTTP-TWO-CONTENT-LENGTHS',
    title: 'a person comes with two different Content-Length',
    seam: 'response',
    violates: ['KRR-HTTP-011'],
    inject: ofPersons('Content-Length: 7'),
  },
  {
    id: 'DEF-HTTP-CONTENT-LENGTH-BESIDE-CHUNKED',
    title: 'a person comes with Content-Length and in chunks',
    seam: 'response',
    violates: ['KRR-HTTP-011'],
    inject: ofPersons('Transfer-Encoding: chunked'),
  },
  {
    id: 'DEF-HTTP-SPACE-BEFORE-THE-COLON',
    title: 'a person comes with a field that has white space before its colon',
    seam: 'response',
    violates: ['KRR-HTTP-011'],
    inject: ofPersons('X-Served-By : krr-1'),
  },
  {
    id: 'DEF-HTTP-FIELD-IS-FOLDED',
    title: 'a person comes with a field of two lines',
    seam: 'response',
    violates: ['KRR-HTTP-011'],
    inject: ofPersons('X-Served-By: krr-1,\r\n krr-2'),
  },
  /** The person is in order: another program answers what is refused. */
  {
    id: 'DEF-HTTP-REFUSAL-HAS-A-CONTROL-CHARACTER',
    title: 'a 401 has a field with a control character',
    seam: 'response',
    violates: ['KRR-HTTP-011'],
    inject: (response) =>
      response.status === 401 ? { ...response, rawLines: ['X-Reason: no\u0007token'] } : response,
  },
])
