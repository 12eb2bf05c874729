import { isJsonObject } from '../../evidence/json.ts'
import { limits } from '../../evidence/limits.ts'
import { overLimit } from '../../evidence/over-limit.ts'
import type { PersonContent } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { readStrictJson } from './strict-json.ts'

/**
 * A person that is larger or deeper than what is read is none that a client could use. Lenient parsers hide what strict ones refuse. That the value is an object belongs here as well: of
 * anything else no rule on the person's members has something to judge.
 */
export const contentIsStrictJson: Rule<PersonContent> = {
  id: 'KRR-BODY-019',
  title: 'The content is strict JSON in UTF-8: one object, nothing else',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC8259-003', 'RFC8259-004'],

  *check({ bytes, exchange }) {
    if (exchange.response.isCut) {
      const expected = `no more than ${limits.contentBytes} bytes`
      yield { at: 'content', expected, actual: overLimit(exchange.response) ?? 'more' }
      return
    }
    const json = readStrictJson(bytes)
    if (!json.isJson) {
      yield { at: 'content', expected: 'JSON in UTF-8 and nothing else', actual: json.fault }
    } else if (!isJsonObject(json.value)) {
      yield { at: 'content', expected: 'a JSON object', actual: 'another JSON value' }
    }
  },
}
