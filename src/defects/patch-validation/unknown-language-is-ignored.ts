import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** Who asked believes that it was done. */
export const unknownLanguageIsIgnored: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-UNKNOWN-LANGUAGE-IS-IGNORED',
  title: 'de is answered with 204 and not stored',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-015'],
  inject: (decision, { sent, record }) =>
    sentLanguage(sent) === 'de' && record?.spraak !== undefined
      ? { kind: 'accepted', spraak: record.spraak }
      : decision,
}
