import type { AnyRule } from '../rule.ts'
import { documentIsValid } from './001-document-is-valid.ts'
import { getAndPatchAreDescribed } from './002-get-and-patch-are-described.ts'
import { personIsWhatTheDocumentSays } from './005-person-is-what-the-document-says.ts'

/** The published OpenAPI document. */
export const specRules = [
  documentIsValid,
  getAndPatchAreDescribed,
  personIsWhatTheDocumentSays,
] as const satisfies readonly AnyRule[]
