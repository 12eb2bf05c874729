import type { Refusal } from '../../evidence/refusal.ts'
import { readPersonidentifikator } from '../body/personidentifikator.ts'
import { disclosedValues } from '../refused.ts'
import { fromWire, type Rule } from '../rule.ts'
import { shownTexts } from '../shown-text.ts'
import { isError } from '../statuses.ts'

/**
 * Eleven digits that stand alone, or six and five as people write them: no part of a longer number, of a decimal or of
 * a correlation id.
 */
const elevenDigits = /(?<![\w.-])\d{6}[ -]?\d{5}(?![\w-]|\.\d)/g

/**
 * Neither the test user's values nor anybody's number. A number counts where it has a date and the
 * ordinary control digits: one in some two hundred numbers of eleven digits has them by chance.
 */
export const errorsShowNoPersonalData: Rule<Refusal> = {
  id: 'KRR-ERR-003',
  title: 'An error shows no personal data',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC9457-003'],
  notApplicable: ({ exchange }) =>
    isError(exchange.response.status) ? undefined : 'the response is no error',

  *check(refusal) {
    const { response } = refusal.exchange
    if (!isError(response.status)) return
    yield* disclosedValues(refusal)
    for (const { at, text } of shownTexts(response)) {
      const numbers = [...text.matchAll(elevenDigits)].map(([found]) => found.replace(/\D/, ''))
      const number = numbers.find(
        (digits) =>
          !refusal.personal.includes(digits) &&
          readPersonidentifikator(digits)?.controlDigits === 'ordinary',
      )
      if (number !== undefined) {
        yield { at, expected: 'no personidentifikator', actual: fromWire(number) }
      }
    }
  },
}
