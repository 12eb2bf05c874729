import type { Exchange } from '../../evidence/exchange.ts'
import type { Representation } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { RFC_9110 } from '../sources.ts'
import { contentRepresentation } from './representation.ts'

/** Both representations were asked for, this one with the higher quality value; each can be had alone. */
export interface Preference {
  readonly preferred: Representation
  readonly exchange: Exchange
}

/** By the content; how it is labelled is KRR-NEG-001's and KRR-NEG-009's. */
export const qualityValuesAreRespected: Rule<Preference> = {
  id: 'KRR-NEG-005',
  title: 'quality values in Accept choose the representation',
  level: 'SHOULD',
  basis: 'standard',
  citations: [
    {
      source: RFC_9110,
      section: '12.5.1',
      quote:
        'The media type quality factor associated with a given type is determined by finding the media range with the highest precedence that matches the type.',
    },
    {
      source: RFC_9110,
      section: '12.4.2',
      quote:
        'The weight is normalized to a real number in the range 0 through 1, where 0.001 is the least preferred and 1 is the most preferred; a value of 0 means "not acceptable".',
    },
  ],

  *check({ preferred, exchange: { response } }) {
    if (response.status !== 200) {
      yield { at: 'status', expected: '200', actual: fromWire(response.status) }
      return
    }
    const chosen = contentRepresentation(response)
    if (chosen !== preferred) {
      yield { at: 'content', expected: preferred, actual: chosen ?? 'neither representation' }
    }
  },
}
