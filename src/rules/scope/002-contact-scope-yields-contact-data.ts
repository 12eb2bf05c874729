import { valueAt } from '../../evidence/json.ts'
import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Finding, Rule } from '../rule.ts'
import { unlessGranted } from './combination.ts'

/** A reading, and whether a language is known to have been set: another reading or a write tells. */
export interface ContactReading extends PersonReading {
  readonly spraakIsSet?: boolean | undefined
}

const isRegistered = ({ person }: PersonReading): boolean =>
  person['status'] !== 'SLETTET' && person['status'] !== 'IKKE_REGISTRERT'

/** Filtering what must not be used for notification is documented, and so is not filtering it. */
const mayBeFiltered = (reading: PersonReading): boolean =>
  !isRegistered(reading) || reading.person['varslingsstatus'] === 'KAN_IKKE_VARSLES'

/** What the scope's line in the table promises, as far as the test user has it. */
export const contactScopeYieldsContactData: Rule<ContactReading> = {
  id: 'KRR-SCOPE-002',
  title: 'kontaktinformasjon.read yields status, contact data and language',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-007', 'PAGE-008', 'PAGE-009'],

  notApplicable: (reading) => unlessGranted(reading, 'krr:user/kontaktinformasjon.read'),

  *check(reading) {
    if (!isPresent(reading.person, 'varslingsstatus')) yield missing(reading, 'varslingsstatus')
    for (const value of ['epostadresse', 'mobiltelefonnummer'] as const) {
      const isExpected = reading.expected.has.includes(value) && !mayBeFiltered(reading)
      if (isExpected && !isPresent(reading.person, 'kontaktinformasjon', value)) {
        const actual = orAbsent(valueAt(reading.person, 'kontaktinformasjon', value))
        yield { at: `/kontaktinformasjon/${value}`, expected: 'present', actual }
      }
    }
    // Where nobody knows whether a language was set, the time of its change gives it away.
    const spraakIsSet = reading.spraakIsSet ?? isPresent(reading.person, 'spraak_oppdatert')
    if (spraakIsSet && isRegistered(reading) && !isPresent(reading.person, 'spraak')) {
      yield missing(reading, 'spraak')
    }
  },
}

const missing = ({ person }: PersonReading, member: string): Finding => ({
  at: `/${member}`,
  expected: 'present',
  actual: orAbsent(person[member]),
})
