import { isJsonObject } from '../../evidence/json.ts'
import type { PersonContent } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { RFC_8259 } from '../sources.ts'
import { readStrictJson } from './strict-json.ts'

/**
 * Lenient parsers hide what strict ones refuse. That the value is an object belongs here as well: of
 * anything else no rule on the person's members has something to judge.
 */
export const contentIsStrictJson: Rule<PersonContent> = {
  id: 'KRR-BODY-019',
  title: 'The content is strict JSON in UTF-8: one object, nothing else',
  level: 'MUST',
  basis: 'standard',
  citations: [
    {
      source: RFC_8259,
      section: '8.1',
      quote:
        'JSON text exchanged between systems that are not part of a closed ecosystem MUST be encoded using UTF-8',
    },
    {
      source: RFC_8259,
      section: '8.1',
      quote:
        'Implementations MUST NOT add a byte order mark (U+FEFF) to the beginning of a networked-transmitted JSON text.',
    },
  ],

  *check({ bytes }) {
    const json = readStrictJson(bytes)
    if (!json.isJson) {
      yield { at: 'content', expected: 'JSON in UTF-8 and nothing else', actual: json.fault }
    } else if (!isJsonObject(json.value)) {
      yield { at: 'content', expected: 'a JSON object', actual: 'another JSON value' }
    }
  },
}
