import type { Defect } from '../defect.ts'
import { epostadresseOccursTwice } from './epostadresse-occurs-twice.ts'
import { jsonBeginsWithAByteOrderMark } from './json-begins-with-a-byte-order-mark.ts'
import { jsonHasATrailingComma } from './json-has-a-trailing-comma.ts'
import { jsonIsAList } from './json-is-a-list.ts'
import { jsonIsTwoDocuments } from './json-is-two-documents.ts'
import { jsonIsUtf16 } from './json-is-utf-16.ts'
import { payloadBeginsWithAByteOrderMark } from './payload-begins-with-a-byte-order-mark.ts'
import { reservasjonOccursTwiceEscaped } from './reservasjon-occurs-twice-escaped.ts'
import { statusOccursTwice } from './status-occurs-twice.ts'

/** Faults of the JSON text that a parsed person does not show. */
export const rawJsonDefects = [
  jsonBeginsWithAByteOrderMark,
  jsonHasATrailingComma,
  jsonIsAList,
  jsonIsTwoDocuments,
  jsonIsUtf16,
  payloadBeginsWithAByteOrderMark,
  epostadresseOccursTwice,
  reservasjonOccursTwiceEscaped,
  statusOccursTwice,
] as const satisfies readonly Defect[]
