import type { DefectAt } from '../defect.ts'

/** Still a day on which nothing forbids a change; only the time before it tells. */
export const timeOfTheLanguageRunsBack: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-TIME-OF-THE-LANGUAGE-RUNS-BACK',
  title: 'a change moves spraak_oppdatert a day back',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-005'],
  inject: (stored, { record }) =>
    stored === undefined || stored === record || record?.spraak_oppdatert === undefined
      ? stored
      : { ...stored, spraak_oppdatert: record.spraak_oppdatert - day },
}

const day = 24 * 3_600_000
