import type { DefectAt } from '../defect.ts'

export const blindClockAhead: DefectAt<'patchEffect'> = {
  id: 'DEF-BODY-BLIND-CLOCK-AHEAD',
  title: 'the clock that stamps a new language goes 45 s ahead',
  family: 'written blind',
  violates: ['KRR-BODY-007'],
  alsoTrips: ['KRR-JWS-009'],
  seam: 'patchEffect',
  inject: (record, { decision, now, record: before }) =>
    record !== undefined && decision.kind === 'accepted' && record !== before
      ? { ...record, spraak_oppdatert: now + 45_000 }
      : record,
}
