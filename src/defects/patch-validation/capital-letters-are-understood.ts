import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** No fault: the rule reports it. */
export const capitalLettersAreUnderstood: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-CAPITAL-LETTERS-ARE-UNDERSTOOD',
  title: 'NB is stored as nb',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: [],
  observes: [{ rule: 'KRR-PATCH-015', met: 'accepted, and stored as nb' }],
  inject: (decision, { sent }) =>
    sentLanguage(sent) === 'NB' ? { kind: 'accepted', spraak: 'nb' } : decision,
}
