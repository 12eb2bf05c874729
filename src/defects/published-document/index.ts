import type { Defect } from '../defect.ts'
import { anyMediaTypeIsDocumented } from './any-media-type-is-documented.ts'
import { changeRequiresAFurtherMember } from './change-requires-a-further-member.ts'
import { documentIsCutOff } from './document-is-cut-off.ts'
import { errorSchemaIsMissing } from './error-schema-is-missing.ts'
import { getIsNotDescribed } from './get-is-not-described.ts'
import { joseIsNotDocumented } from './jose-is-not-documented.ts'
import { mailboxIsPublishedAsRequired } from './mailbox-is-published-as-required.ts'
import { memberIsAdded } from './member-is-added.ts'
import { operationIdIsGivenTwice } from './operation-id-is-given-twice.ts'
import { operationIsAdded } from './operation-is-added.ts'
import { patchHasNoResponses } from './patch-has-no-responses.ts'
import { patchIsNotDescribed } from './patch-is-not-described.ts'
import { personerStandsForPerson } from './personer-stands-for-person.ts'
import { refusalOfStrangersIsNotDocumented } from './refusal-of-strangers-is-not-documented.ts'
import { refusalsAreDocumentedAsProblems } from './refusals-are-documented-as-problems.ts'
import { spraakIsPublishedAsANumber } from './spraak-is-published-as-a-number.ts'
import { spraakIsRenamed } from './spraak-is-renamed.ts'
import { statusListLacksAktiv } from './status-list-lacks-aktiv.ts'

/** Faults of the OpenAPI document that the API publishes. */
export const publishedDocumentDefects = [
  patchHasNoResponses,
  errorSchemaIsMissing,
  operationIdIsGivenTwice,
  documentIsCutOff,
  patchIsNotDescribed,
  getIsNotDescribed,
  personerStandsForPerson,
  spraakIsPublishedAsANumber,
  statusListLacksAktiv,
  mailboxIsPublishedAsRequired,
  spraakIsRenamed,
  changeRequiresAFurtherMember,
  memberIsAdded,
  operationIsAdded,
  refusalOfStrangersIsNotDocumented,
  refusalsAreDocumentedAsProblems,
  joseIsNotDocumented,
  anyMediaTypeIsDocumented,
] as const satisfies readonly Defect[]
