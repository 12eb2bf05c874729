import { isJsonObject, valueAt } from '../../evidence/json.ts'
import type { CodeMisuse } from '../../evidence/login.ts'
import { contentJson } from '../../evidence/message.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { RFC_6749, RFC_7636 } from '../sources.ts'

const tokenMembers = ['access_token', 'id_token', 'refresh_token'] as const

/** A stolen code is worth nothing: neither after its owner has used it nor without the verifier. */
export const codeMisuseIsRefused: Rule<CodeMisuse> = {
  id: 'KRR-OP-011',
  title: 'a code is refused the second time, and with another verifier',
  level: 'MUST',
  basis: 'standard',
  citations: [
    {
      source: RFC_6749,
      section: '4.1.2',
      quote:
        'If an authorization code is used more than once, the authorization server MUST deny the request',
    },
    {
      source: RFC_6749,
      section: '5.2',
      quote:
        'The authorization server responds with an HTTP 400 (Bad Request) status code (unless specified otherwise)',
    },
    {
      source: RFC_7636,
      section: '4.6',
      quote:
        'If the values are not equal, an error response indicating "invalid_grant" as described in Section 5.2 of [RFC6749] MUST be returned.',
    },
  ],

  *check({ exchange }) {
    const { response } = exchange
    const content = contentJson(response)
    const error = valueAt(content, 'error')
    if (response.status !== 400) {
      yield { at: 'status', expected: '400', actual: fromWire(response.status) }
    }
    if (error !== 'invalid_grant') {
      yield { at: '/error', expected: 'invalid_grant', actual: orAbsent(error) }
    }
    for (const name of tokenMembers) {
      if (isJsonObject(content) && Object.hasOwn(content, name)) {
        yield { at: `/${name}`, expected: 'no token', actual: 'present' }
      }
    }
  },
}
