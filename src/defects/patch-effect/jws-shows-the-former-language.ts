import type { DefectAt } from '../defect.ts'
import { withFormerLanguage } from './former-language.ts'

/** Signing is expensive, so that somebody keeps what was signed once. */
export const jwsShowsTheFormerLanguage: DefectAt<'personDocument'> = {
  id: 'DEF-PATCH-JWS-SHOWS-THE-FORMER-LANGUAGE',
  title: 'application/jose shows the language that the person had at the start',
  family: 'PATCH effect',
  seam: 'personDocument',
  violates: ['KRR-PATCH-003'],
  // The JSON shows the new one.
  alsoTrips: ['KRR-NEG-003'],
  inject: (person, context) =>
    context.representation === 'application/jose'
      ? withFormerLanguage(person, context.people)
      : person,
}
