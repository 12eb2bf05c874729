import { project } from '../../reference/api/project.ts'
import { contactScope, mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** Reservation is against digital post, so that it is looked up with the mailbox alone. */
export const blindReservationUnseen: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-RESERVATION-UNSEEN',
  title: 'without digitalpost.read a reserved person can be notified, and has their addresses',
  family: 'written blind',
  violates: ['KRR-BODY-010', 'KRR-BODY-001'],
  // Scopes that see the mailbox as well see no addresses.
  alsoTrips: ['KRR-SCOPE-006'],
  seam: 'personDocument',
  inject: (person, context) => {
    const { record, scopes, now } = context
    if (!isOf(context, 'RESERVED') || record === undefined) return person
    if (!scopes.includes(contactScope) || scopes.includes(mailboxScope)) return person
    const { personidentifikator } = record
    const { varslingsstatus, kontaktinformasjon } = project(
      { ...record, reservasjon: 'NEI' },
      { personidentifikator, scopes, now, deliverExpired: false },
    )
    return { ...person, varslingsstatus, kontaktinformasjon }
  },
}
