import type { DefectAt } from '../defect.ts'

/** The time at which a reservation was taken back is given out as that of a reservation. */
export const reservasjonstidspunktWithoutReservasjon: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-RESERVASJONSTIDSPUNKT-WITHOUT-RESERVASJON',
  title: 'reservasjonstidspunkt is there while reservasjon is NEI',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-009', 'KRR-BODY-001'],
  inject(person) {
    const { reservasjon, reservasjon_oppdatert } = person
    return reservasjon === 'NEI' && reservasjon_oppdatert !== undefined
      ? { ...person, reservasjonstidspunkt: reservasjon_oppdatert }
      : person
  },
}
