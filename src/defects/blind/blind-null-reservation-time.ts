import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { hasJust } from './same-scopes.ts'

export const blindNullReservationTime: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-NULL-RESERVATION-TIME',
  title: 'digitalpost.read alone yields the time of a reservation that there is none of, as null',
  family: 'written blind',
  violates: ['KRR-BODY-020'],
  // As published the member is a string.
  alsoTrips: ['KRR-SPEC-005'],
  seam: 'personDocument',
  inject: (person, { scopes }) =>
    hasJust(scopes, mailboxScope) && person['reservasjonstidspunkt'] === undefined
      ? { ...person, reservasjonstidspunkt: null }
      : person,
}
