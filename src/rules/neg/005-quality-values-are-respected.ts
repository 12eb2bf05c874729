import type { Exchange } from '../../evidence/exchange.ts'
import type { Representation } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { contentRepresentation } from './representation.ts'

/** Both representations were asked for, this one with the higher quality value; each can be had alone. */
export interface Preference {
  readonly preferred: Representation
  readonly exchange: Exchange
}

/** By the content; how it is labelled is KRR-NEG-001's and KRR-NEG-009's. */
export const qualityValuesAreRespected: Rule<Preference> = {
  id: 'KRR-NEG-005',
  title: 'Quality values in Accept choose the representation',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9110-020', 'RFC9110-019'],

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
