import type { RuleId } from '../rules/rule.ts'
import type { DefectId } from './defect.ts'

/** A code of Web Fuzzing Commons (`DefinedFaultCategory`), and which defects are faults of that kind. */
interface FaultCode {
  readonly code: number
  readonly name: string
  /** A defect that one of these rules must catch. */
  readonly rules?: readonly RuleId[]
  readonly ids?: readonly DefectId[]
  /** Why no defect has it. */
  readonly absent?: string
}

/** In the order in which they are tried: the first that fits is the defect's. */
export const faultCodes: readonly FaultCode[] = [
  {
    code: 100,
    name: 'HTTP status 500',
    rules: ['KRR-ERR-001'],
    ids: ['DEF-PATCH-SAME-CHANGE-AGAIN-IS-500', 'DEF-PATCH-SECOND-OF-TWO-AT-ONCE-IS-500'],
  },
  { code: 209, name: 'leaked stack trace', rules: ['KRR-ERR-002'] },
  { code: 208, name: 'anonymous modifications', ids: ['DEF-AUTH-PATCH-NEEDS-NO-CREDENTIALS'] },
  {
    code: 207,
    name: 'a protected resource is accessible without any authentication',
    ids: ['DEF-AUTH-GET-NEEDS-NO-CREDENTIALS'],
  },
  {
    code: 206,
    name: 'allowed to modify what should have been protected',
    rules: ['KRR-SCOPE-009', 'KRR-AUTH-017'],
  },
  { code: 205, name: 'wrongly not recognised as authenticated', rules: ['KRR-AUTH-012'] },
  { code: 203, name: 'mass assignment', rules: ['KRR-PATCH-010'] },
  {
    code: 102,
    name: 'a success in answer to wrong data',
    rules: ['KRR-PATCH-007', 'KRR-PATCH-008', 'KRR-PATCH-009', 'KRR-PATCH-011', 'KRR-PATCH-015'],
  },
  {
    code: 210,
    name: 'hidden endpoint that is accessible',
    rules: ['KRR-HTTP-001', 'KRR-HTTP-009'],
  },
  {
    code: 101,
    name: 'a response that does not match its schema',
    rules: ['KRR-BODY-001', 'KRR-BODY-019', 'KRR-ERR-004'],
  },
  {
    code: 103,
    name: 'a resource is still accessible after it was deleted',
    absent: 'nothing can be deleted',
  },
  {
    code: 104,
    name: 'a failed creation has side effects',
    absent: 'nothing can be created',
  },
  {
    code: 200,
    name: 'SQL injection',
    absent:
      'the one value that is written is of a closed list, and a register in use is not attacked',
  },
  { code: 201, name: 'cross-site scripting', absent: 'no page shows what is stored' },
  { code: 202, name: 'server-side request forgery', absent: 'no input is an address' },
  {
    code: 204,
    name: 'the existence of a protected resource leaks',
    absent: 'the one address names nobody: who is meant is in the token',
  },
]

/** The code of a defect by its id and the rules that it proves; undefined where none fits. */
export const faultCodeOf = (id: string, proves: readonly RuleId[]): number | undefined =>
  faultCodes.find(
    ({ rules = [], ids = [] }) =>
      ids.some((own) => own === id) || proves.some((rule) => rules.includes(rule)),
  )?.code
