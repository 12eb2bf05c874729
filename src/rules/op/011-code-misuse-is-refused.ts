import { contentJson } from '../../evidence/exchange.ts'
import { isJsonObject, valueAt } from '../../evidence/json.ts'
import type { CodeMisuse } from '../../evidence/login.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'

const tokenMembers = ['access_token', 'id_token', 'refresh_token'] as const

/** A stolen code is worth nothing: neither after its owner has used it nor without the verifier. */
export const codeMisuseIsRefused: Rule<CodeMisuse> = {
  id: 'KRR-OP-011',
  title: 'A code is refused the second time, and with another code_verifier',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC6749-005', 'RFC6749-011', 'RFC7636-001'],

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
