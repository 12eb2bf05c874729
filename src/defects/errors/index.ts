import type { Defect } from '../defect.ts'
import { errorHasTheShapeOfTheFramework } from './error-has-the-shape-of-the-framework.ts'
import { errorHoldsAStackTrace } from './error-holds-a-stack-trace.ts'
import { errorIsProblemDetails } from './error-is-problem-details.ts'
import { errorNamesAnotherStatus } from './error-names-another-status.ts'
import { errorStatusIsAString } from './error-status-is-a-string.ts'
import { invalidTokenNamesSomebodyElse } from './invalid-token-names-somebody-else.ts'
import { malformedTokenIsAServerError } from './malformed-token-is-a-server-error.ts'
import { missingCredentialsShowAPath } from './missing-credentials-show-a-path.ts'
import { missingScopeIsAServerError } from './missing-scope-is-a-server-error.ts'
import { missingScopeNamesThePerson } from './missing-scope-names-the-person.ts'
import { missingScopeShowsAQuery } from './missing-scope-shows-a-query.ts'
import { otherMembersAreAServerError } from './other-members-are-a-server-error.ts'
import { refusedDocumentIsAnsweredWithTheEMailAddress } from './refused-document-is-answered-with-the-e-mail-address.ts'
import { refusedDocumentNamesAClass } from './refused-document-names-a-class.ts'
import { refusedDocumentNamesThePersonInAField } from './refused-document-names-the-person-in-a-field.ts'
import { unacceptableTypeIsToldInAPage } from './unacceptable-type-is-told-in-a-page.ts'

/** Faults in how a request is refused, and in what the refusal tells. */
export const errorDefects = [
  malformedTokenIsAServerError,
  missingScopeIsAServerError,
  otherMembersAreAServerError,
  errorHoldsAStackTrace,
  refusedDocumentNamesAClass,
  missingScopeShowsAQuery,
  missingCredentialsShowAPath,
  refusedDocumentIsAnsweredWithTheEMailAddress,
  refusedDocumentNamesThePersonInAField,
  missingScopeNamesThePerson,
  invalidTokenNamesSomebodyElse,
  errorNamesAnotherStatus,
  errorStatusIsAString,
  errorHasTheShapeOfTheFramework,
  unacceptableTypeIsToldInAPage,
  errorIsProblemDetails,
] as const satisfies readonly Defect[]
