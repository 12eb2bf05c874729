import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** As Jackson writes a LocalDateTime that nobody told it how to write. */
export const blindStampAsList: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-STAMP-AS-LIST',
  title: 'the time of a language that was changed is a list of numbers',
  family: 'written blind',
  violates: ['KRR-BODY-006', 'KRR-BODY-001', 'KRR-SPEC-005'],
  // What is no instant moves neither forward nor back.
  alsoTrips: ['KRR-PATCH-005', 'KRR-JWS-009'],
  seam: 'personDocument',
  inject: (person, { record, people }) =>
    record?.spraak_oppdatert === people.MAIN.record?.spraak_oppdatert
      ? person
      : withText(person, 'spraak_oppdatert', (text) => text.slice(0, 19).split(/\D/).map(Number)),
}
