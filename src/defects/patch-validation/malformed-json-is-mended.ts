import type { DefectAt } from '../defect.ts'

/** A lenient parser in the place of a strict one. */
export const malformedJsonIsMended: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-MALFORMED-JSON-IS-MENDED',
  title: 'a document that lacks its last brace is mended and stored',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-009'],
  inject(decision, { request, sent }) {
    const text = Buffer.from(request.content).toString('utf8')
    const [, spraak] = /^\{"spraak":"(nb|nn|en|se)"$/.exec(text) ?? []
    return sent === undefined && spraak !== undefined ? { kind: 'accepted', spraak } : decision
  },
}
