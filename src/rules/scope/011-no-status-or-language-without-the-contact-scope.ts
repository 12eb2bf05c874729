import { type PersonReading, statusOfContactMembers } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { unlessWithheld } from './combination.ts'
import { withheldMembers } from './withheld.ts'

/** The table lists them under one scope; that no other yields them is read between its lines. */
export const noStatusOrLanguageWithoutTheContactScope: Rule<PersonReading> = {
  id: 'KRR-SCOPE-011',
  title: 'Without kontaktinformasjon.read, varslingsstatus and spraak are absent',
  level: 'SHOULD',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-009'],

  notApplicable: (reading) => unlessWithheld(reading, 'krr:user/kontaktinformasjon.read'),
  check: (reading) => withheldMembers(reading, statusOfContactMembers),
}
