import { mailboxMembers, type PersonReading } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { unlessWithheld } from './combination.ts'
import { withheldMembers } from './withheld.ts'

/** A mailbox and its certificate belong to one scope and to no other. */
export const noMailboxWithoutItsScope: Rule<PersonReading> = {
  id: 'KRR-SCOPE-005',
  title: 'Without digitalpost.read there is no digital_post, no sertifikat',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-010'],

  notApplicable: (reading) => unlessWithheld(reading, 'krr:user/digitalpost.read'),
  check: (reading) => withheldMembers(reading, mailboxMembers),
}
