import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'
import { withFormerLanguage } from './former-language.ts'

/** As a cache would do that a write empties for the token that wrote. */
export const otherTokenSeesTheFormerLanguage: DefectAt<'personDocument'> = {
  id: 'DEF-PATCH-OTHER-TOKEN-SEES-THE-FORMER-LANGUAGE',
  title:
    'a token with kontaktinformasjon.read alone sees the language that the person had at the start',
  family: 'PATCH effect',
  seam: 'personDocument',
  violates: ['KRR-PATCH-003'],
  inject: (person, context) =>
    isAskedWith(context, 'kontaktinformasjon')
      ? withFormerLanguage(person, context.people)
      : person,
}
