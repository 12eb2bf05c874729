import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isError } from '../statuses.ts'

/** A HEAD beside a GET that differs from it in its method alone: one that succeeded, or was refused without a token. */
export interface HeadBesideGet {
  readonly get: Exchange
  readonly head: Exchange
}

/** Fields that say what the representation is and how it may be handled: the same for both. */
const sameFields = [
  'Content-Type',
  'Content-Language',
  'Cache-Control',
  'X-Content-Type-Options',
  'Strict-Transport-Security',
]

/** Fields that a server may know only once it has made the content: the same where HEAD has them. */
const sameWherePresent = ['Content-Encoding', 'Vary', 'Last-Modified']

/** Fields that tell of the content, which changes with the person. */
const ofThePerson = ['Content-Length', 'Last-Modified']

/** Fields of one moment or one connection are not compared, nor what nobody here knows of. */
export const headAnswersAsGet: Rule<HeadBesideGet> = {
  id: 'KRR-HTTP-003',
  title: 'HEAD answers as GET does, without content',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9110-008', 'RFC9110-009'],

  *check({ get, head }) {
    if (head.response.status !== get.response.status) {
      yield {
        at: 'status',
        expected: String(get.response.status),
        actual: fromWire(head.response.status),
      }
      return
    }
    if (head.response.content.length > 0) {
      yield { at: 'content', expected: 'none', actual: `${head.response.content.length} bytes` }
    }
    // A refusal has an id and a time of its own, and whoever compresses it no certain length.
    const sameLength = isError(get.response.status) ? [] : ['Content-Length']
    for (const name of [...sameFields, ...sameWherePresent, ...sameLength]) {
      const expected = fieldValue(get.response, name)
      const actual = fieldValue(head.response, name)
      const mayBeLeftOut = actual === undefined && !sameFields.includes(name)
      if (actual !== expected && !mayBeLeftOut) {
        yield {
          at: name,
          expected: orAbsent(expected),
          actual: orAbsent(actual),
          ...(ofThePerson.includes(name) ? { byComparison: true } : {}),
        }
      }
    }
  },
}
