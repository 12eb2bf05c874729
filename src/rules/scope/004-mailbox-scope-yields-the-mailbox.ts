import {
  hasScope,
  isPresent,
  mailboxMembers,
  type PersonReading,
} from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import { type Rule, type Unmet, unmet } from '../rule.ts'
import { unlessGranted } from './combination.ts'

/** Only a combination with the contact scope is told that the person cannot be notified. */
const mayLackThem = (reading: PersonReading): string | Unmet | undefined => {
  const { status, varslingsstatus } = reading.person
  if (status === 'SLETTET' || status === 'IKKE_REGISTRERT') {
    return 'the person is SLETTET or IKKE_REGISTRERT (KRR-BODY-008)'
  }
  return hasScope(reading, 'krr:user/kontaktinformasjon.read') &&
    varslingsstatus === 'KAN_IKKE_VARSLES'
    ? unmet('may-be-filtered')
    : undefined
}

/** What the scope's line in the table promises, as far as the test user has it. */
export const mailboxScopeYieldsTheMailbox: Rule<PersonReading> = {
  id: 'KRR-SCOPE-004',
  title: 'digitalpost.read yields digital_post and sertifikat',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-010', 'PAGE-011'],

  fixedWhen: ['may-be-filtered'],
  notApplicable: (reading) => {
    const withheld = unlessGranted(reading, 'krr:user/digitalpost.read')
    if (withheld !== undefined) return withheld
    return mailboxMembers.some((member) => reading.expected.has.includes(member))
      ? mayLackThem(reading)
      : 'the test user is not configured to have a mailbox or a certificate'
  },

  *check({ person, expected }) {
    for (const member of mailboxMembers.filter((name) => expected.has.includes(name))) {
      if (!isPresent(person, member)) {
        yield { at: `/${member}`, expected: 'present', actual: orAbsent(person[member]) }
      }
    }
  },
}
