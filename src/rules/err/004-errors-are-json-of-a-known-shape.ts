import { contentJson, type Exchange } from '../../evidence/exchange.ts'
import { isJsonObject, wordsOf } from '../../evidence/json.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isError } from '../statuses.ts'
import { errorObjects, errorShape, isKnownShape } from './error-shape.ts'

/**
 * A 406 without content is let pass: nothing that the server has was acceptable. So is a refusal of the token that
 * says why in its challenge. What the platform's own frameworks answer is known to its clients (KRR-ERR-005 tells which
 * shape was met).
 */
export const errorsAreJsonOfAKnownShape: Rule<Exchange> = {
  id: 'KRR-ERR-004',
  title: 'An error is JSON of a known shape, and states its own status',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9110-025', 'RFC9457-001', 'TRACE-002'],
  notApplicable: ({ request, response }) => {
    if (!isError(response.status)) return 'the response is no error'
    if (request.method === 'HEAD') return 'an answer to HEAD has no content'
    const isEmpty = errorShape(response) === 'no content'
    return response.status === 406 && isEmpty ? 'no acceptable type, and no content' : undefined
  },

  *check({ response }) {
    if (!isError(response.status)) return
    const shape = errorShape(response)
    if (!isKnownShape(shape)) {
      const expected =
        'JSON of a known shape: problem details (RFC 9457), or as published or observed'
      yield { at: 'content', expected, actual: shape }
      return
    }
    const content = contentJson(response)
    const status = isJsonObject(content) ? content['status'] : undefined
    if (status !== undefined && status !== response.status) {
      yield { at: '/status', expected: String(response.status), actual: fromWire(status) }
    }
    // Several errors may have a status each (JSON:API, 7.1); one has that of the answer, as text or as a number.
    const [only, ...others] = errorObjects(content)
    const own = only?.['status']
    if (others.length === 0 && own !== undefined && wordsOf(own) !== String(response.status)) {
      yield { at: '/errors/0/status', expected: String(response.status), actual: fromWire(own) }
    }
  },
}
