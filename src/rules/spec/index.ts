import type { AnyRule } from '../rule.ts'
import { documentIsValid } from './001-document-is-valid.ts'
import { getAndPatchAreDescribed } from './002-get-and-patch-are-described.ts'
import { nothingPromisedWasTakenBack } from './003-nothing-promised-was-taken-back.ts'
import { additionsAreKnown } from './004-additions-are-known.ts'
import { personIsWhatTheDocumentSays } from './005-person-is-what-the-document-says.ts'
import { whatIsAnsweredIsDocumented } from './006-what-is-answered-is-documented.ts'
import { bothRepresentationsAreDocumented } from './007-both-representations-are-documented.ts'

/** The published OpenAPI document. */
export const specRules = [
  documentIsValid,
  getAndPatchAreDescribed,
  nothingPromisedWasTakenBack,
  additionsAreKnown,
  personIsWhatTheDocumentSays,
  whatIsAnsweredIsDocumented,
  bothRepresentationsAreDocumented,
] as const satisfies readonly AnyRule[]
