import {
  hasScope,
  isPresent,
  mailboxMembers,
  type PersonReading,
} from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import { type Rule, unmet } from '../rule.ts'

/** Nothing can be sent to a mailbox that nothing can be encrypted for, nor the other way round. */
export const certificateAndMailboxComeTogether: Rule<PersonReading> = {
  id: 'KRR-BODY-017',
  title: 'sertifikat and digital_post come together',
  level: 'SHOULD',
  basis: 'observed',
  since: 2,
  cites: ['CLI-004'],

  fixedWhen: ['no-mailbox-members'],
  notApplicable: (reading) => {
    const { person } = reading
    if (!hasScope(reading, 'krr:user/digitalpost.read')) {
      return 'krr:user/digitalpost.read was not granted'
    }
    if (person['status'] === 'SLETTET' || person['status'] === 'IKKE_REGISTRERT') {
      return 'the person is SLETTET or IKKE_REGISTRERT (KRR-BODY-008)'
    }
    return mailboxMembers.some((member) => isPresent(person, member))
      ? undefined
      : unmet('no-mailbox-members')
  },

  *check({ person }) {
    for (const member of mailboxMembers) {
      if (!isPresent(person, member)) {
        const [other] = mailboxMembers.filter((own) => own !== member)
        const actual = orAbsent(person[member])
        yield { at: `/${member}`, expected: `there beside ${other}`, actual }
      }
    }
  },
}
