import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'

/** What is labelled gzip and is none no client can read: browsers, curl and fetch all give up. */
export const contentIsInTheCodingThatItNames: Rule<Exchange> = {
  id: 'KRR-NEG-010',
  title: 'Content is in the coding that Content-Encoding names',
  level: 'MUST',
  basis: 'standard',
  since: 3,
  cites: ['RFC9110-003'],

  notApplicable: ({ response }) =>
    response.content.length === 0 ? 'there is no content' : undefined,

  *check({ response }) {
    if (response.isMiscoded) {
      const coding = fromWire(fieldValue(response, 'Content-Encoding'))
      yield { at: 'Content-Encoding', expected: 'the coding of the content', actual: coding }
    }
  },
}
