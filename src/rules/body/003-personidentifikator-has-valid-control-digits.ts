import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { type Personidentifikator, readPersonidentifikator } from './personidentifikator.ts'

const numberOf = ({ person }: PersonReading): Personidentifikator | undefined => {
  const value = person['personidentifikator']
  return typeof value === 'string' ? readPersonidentifikator(value) : undefined
}

/** A fødselsnummer or D-number carries two control digits; synthetic ones are accepted as well. */
export const personidentifikatorHasValidControlDigits: Rule<PersonReading> = {
  id: 'KRR-BODY-003',
  title: 'personidentifikator has valid control digits',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['ATTR-002'],

  notApplicable: ({ person }) =>
    isPresent(person, 'personidentifikator') ? undefined : 'there is no personidentifikator',

  *check(reading) {
    if (numberOf(reading) === undefined) {
      yield {
        at: '/personidentifikator',
        expected: 'a fødselsnummer or D-number, real or synthetic, with valid control digits',
        actual: fromWire(reading.person['personidentifikator']),
      }
    }
  },

  met: (reading) => {
    const number = numberOf(reading)
    if (number === undefined) return undefined
    return number.controlDigits === '2032'
      ? 'control digits of the kind issued from 2032'
      : 'ordinary control digits'
  },
}
