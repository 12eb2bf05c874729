import { languageScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** One scope more, and one member less. */
export const writersSeeNoReservationTime: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-WRITERS-SEE-NO-RESERVATION-TIME',
  title: 'reservasjon_oppdatert is left out for who may change the language',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-006'],
  // Reserved people's too, and theirs is the time of something.
  alsoTrips: ['KRR-BODY-014'],
  inject: (document, { scopes }) =>
    scopes.includes(languageScope) ? without(document, 'reservasjon_oppdatert') : document,
}
