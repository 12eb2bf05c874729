import type { Exchange } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'
import { shownTexts } from '../shown-text.ts'
import { isError } from '../statuses.ts'
import { internalIn } from './internals.ts'

/** What an attacker would learn of the server's inside; a correlation id serves whoever reads the log. */
export const errorsShowNoInternals: Rule<Exchange> = {
  id: 'KRR-ERR-002',
  title: 'An error shows no stack trace, class name, SQL or file path',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['ASVS-006', 'RFC9457-002'],
  notApplicable: ({ response }) =>
    isError(response.status) ? undefined : 'the response is no error',

  *check({ response }) {
    if (!isError(response.status)) return
    for (const { at, text, isField } of shownTexts(response)) {
      const internal = internalIn(text)
      // Addresses without their host stand in fields, and look as paths of files do.
      const isAddress = isField && internal?.kind === 'file path'
      if (internal !== undefined && !isAddress) {
        yield { at, expected: `no ${internal.kind}`, actual: fromWire(internal.match) }
      }
    }
  },
}
