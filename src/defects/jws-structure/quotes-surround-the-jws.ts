import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** As a framework serialises a string, with digitalpost.read alone. */
export const quotesSurroundTheJws: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-QUOTES-SURROUND-THE-JWS',
  title: 'the JWS is a JSON string, quotes and all',
  family: 'JWS structure',
  seam: 'jwsCompact',
  violates: ['KRR-JWS-001'],
  inject: (compact, context) =>
    isAskedWith(context, 'digitalpost') ? JSON.stringify(compact) : compact,
}
