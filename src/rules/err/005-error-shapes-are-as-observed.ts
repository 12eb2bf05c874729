import type { Exchange } from '../../evidence/exchange.ts'
import type { Rule } from '../rule.ts'
import { isError } from '../statuses.ts'
import { errorShape } from './error-shape.ts'

/** Observed, never judged: KRR-ERR-004 judges. */
export const errorShapesAreAsObserved: Rule<Exchange> = {
  id: 'KRR-ERR-005',
  title: 'The shape of an error is as observed',
  level: 'INFO',
  basis: 'observed',
  since: 2,
  cites: ['TRACE-002'],
  notApplicable: ({ response }) =>
    isError(response.status) ? undefined : 'the response is no error',

  *check() {},
  met: ({ response }) => `${response.status}: ${errorShape(response)}`,
}
