import type { Defect } from '../defect.ts'
import { documentIsCutOff } from './document-is-cut-off.ts'
import { errorSchemaIsMissing } from './error-schema-is-missing.ts'
import { getIsNotDescribed } from './get-is-not-described.ts'
import { mailboxIsPublishedAsRequired } from './mailbox-is-published-as-required.ts'
import { operationIdIsGivenTwice } from './operation-id-is-given-twice.ts'
import { patchHasNoResponses } from './patch-has-no-responses.ts'
import { patchIsNotDescribed } from './patch-is-not-described.ts'
import { personerStandsForPerson } from './personer-stands-for-person.ts'
import { spraakIsPublishedAsANumber } from './spraak-is-published-as-a-number.ts'
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
] as const satisfies readonly Defect[]
