import type { Exchange } from '../../evidence/exchange.ts'
import { isJsonObject } from '../../evidence/json.ts'
import { contentJson } from '../../evidence/message.ts'
import { fromWire, type Rule } from '../rule.ts'
import { DIGDIR_DOCS_ISSUE_53, RFC_9110, RFC_9457 } from '../sources.ts'
import { isError } from '../statuses.ts'
import { errorShape } from './error-shape.ts'

/** A 406 without content is let pass: nothing that the server has was acceptable. */
export const errorsAreJsonOfAKnownShape: Rule<Exchange> = {
  id: 'KRR-ERR-004',
  title: 'an error is JSON of a known shape, and names the status it has',
  level: 'SHOULD',
  basis: 'standard',
  citations: [
    {
      source: RFC_9110,
      section: '15.5',
      quote:
        'the server SHOULD send a representation containing an explanation of the error situation, and whether it is a temporary or permanent condition.',
    },
    {
      source: RFC_9457,
      section: '3.1.2',
      quote:
        'Generators MUST use the same status code in the actual HTTP response, to assure that generic HTTP software that does not understand this format still behaves correctly.',
    },
    { source: DIGDIR_DOCS_ISSUE_53, section: '401' },
  ],
  notApplicable: ({ request, response }) => {
    if (!isError(response.status)) return 'the response is no error'
    if (request.method === 'HEAD') return 'an answer to HEAD has no content'
    const isEmpty = errorShape(response) === 'no content'
    return response.status === 406 && isEmpty ? 'no acceptable type, and no content' : undefined
  },

  *check({ response }) {
    if (!isError(response.status)) return
    const shape = errorShape(response)
    if (shape !== 'problem details' && shape !== 'the five members observed') {
      const expected = 'problem details (RFC 9457), or the five members observed'
      yield { at: 'content', expected, actual: shape }
      return
    }
    const content = contentJson(response)
    const status = isJsonObject(content) ? content['status'] : undefined
    if (status !== undefined && status !== response.status) {
      yield { at: '/status', expected: String(response.status), actual: fromWire(status) }
    }
  },
}
