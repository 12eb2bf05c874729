import {
  type Expectation,
  hasScope,
  isPresent,
  type PersonReading,
} from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

/**
 * A test user who is gone has nothing that a rule could find fault with, so every other rule passes on nobody. Where
 * KAN_VARSLES leaves no excuse for a missing address, KRR-SCOPE-002 names it.
 */
export const theMainTestUserIsAsExpected: Rule<PersonReading> = {
  id: 'KRR-SCOPE-013',
  title: 'The main test user is AKTIV and has what EXPECT names',
  level: 'MUST',
  basis: 'documented',
  since: 3,
  cites: ['PAGE-007', 'PAGE-010'],

  notApplicable: ({ expected: { persona, has } }) => {
    if (persona !== 'MAIN') return 'it is about the main test user'
    return has.length === 0 ? 'EXPECT is none: nothing is expected of the test user' : undefined
  },

  *check(reading) {
    const { person, expected } = reading
    const { status } = person
    if (status === 'SLETTET' || status === 'IKKE_REGISTRERT') {
      const expectation = `AKTIV, for the test user has ${expected.has.join(', ')} (EXPECT)`
      yield { at: '/status', expected: expectation, actual: fromWire(status) }
      return
    }
    if (person['varslingsstatus'] !== 'KAN_IKKE_VARSLES') return
    for (const address of contactAddresses(expected.has)) {
      const isMissing = !isPresent(person, 'kontaktinformasjon', address)
      if (isMissing && hasScope(reading, 'krr:user/kontaktinformasjon.read')) {
        yield {
          at: `/kontaktinformasjon/${address}`,
          expected: 'present, for the test user has it (EXPECT)',
          actual: 'absent',
        }
      }
    }
  },
}

/** A mailbox may be filtered there; `digitalpost.read` alone shows it to KRR-SCOPE-004. */
const contactAddresses = (has: readonly Expectation[]): readonly Expectation[] =>
  has.filter((name) => name === 'epostadresse' || name === 'mobiltelefonnummer')
