import { valueAt } from '../../evidence/json.ts'
import type { LoginReading } from '../../evidence/login.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { idTokenClaims, withoutIdToken } from './token-response.ts'

/** Whatever is judged later is judged of this person. */
export const pidIsTheTestUsers: Rule<LoginReading> = {
  id: 'KRR-OP-008',
  title: "pid in the ID token is the test user's",
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['IDT-007'],
  notApplicable: (login) =>
    login.expectedPid === undefined
      ? 'an operator logged in, whose own pid is the expected one'
      : withoutIdToken(login),

  *check(login) {
    const pid = valueAt(idTokenClaims(login), 'pid')
    if (login.expectedPid !== undefined && pid !== login.expectedPid) {
      yield {
        at: '/id_token/pid',
        expected: fromWire(login.expectedPid),
        actual: orAbsent(pid),
      }
    }
  },
}
