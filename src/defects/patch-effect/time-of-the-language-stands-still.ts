import type { DefectAt } from '../defect.ts'

/** Whoever compares it with an own copy keeps the former language. */
export const timeOfTheLanguageStandsStill: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-TIME-OF-THE-LANGUAGE-STANDS-STILL',
  title: 'spraak_oppdatert is what it was before the change',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-005'],
  inject: (stored, { record }) => {
    const { spraak_oppdatert } = record ?? {}
    return stored === undefined || spraak_oppdatert === undefined
      ? stored
      : { ...stored, spraak_oppdatert }
  },
}
