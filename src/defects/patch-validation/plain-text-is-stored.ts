import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** Whatever parses is JSON, whatever it is said to be: a form of another site may send that. */
export const plainTextIsStored: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-PLAIN-TEXT-IS-STORED',
  title: 'a document sent as text/plain is accepted and stored',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-011'],
  inject(decision, { request, sent }) {
    const spraak = sentLanguage(sent)
    return spraak !== undefined && fieldValue(request, 'content-type') === 'text/plain'
      ? { kind: 'accepted', spraak }
      : decision
  },
}
