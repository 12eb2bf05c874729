import type { Defect } from '../defect.ts'
import { allowIsMissing } from './allow-is-missing.ts'
import { allowNamesTheMethodRefused } from './allow-names-the-method-refused.ts'
import { deleteIsAccepted } from './delete-is-accepted.ts'
import { headHasAnotherType } from './head-has-another-type.ts'
import { headIsNotAllowed } from './head-is-not-allowed.ts'
import { headOfAJwsMayBeStored } from './head-of-a-jws-may-be-stored.ts'
import { postIsAnsweredAsGet } from './post-is-answered-as-get.ts'
import { putChangesTheLanguage } from './put-changes-the-language.ts'
import { traceIsAccepted } from './trace-is-accepted.ts'
import { traceSendsTheRequestBack } from './trace-sends-the-request-back.ts'

/** Faults in which methods there are, and in how they are answered. */
export const methodDefects = [
  postIsAnsweredAsGet,
  putChangesTheLanguage,
  deleteIsAccepted,
  allowIsMissing,
  allowNamesTheMethodRefused,
  headIsNotAllowed,
  headHasAnotherType,
  headOfAJwsMayBeStored,
  traceSendsTheRequestBack,
  traceIsAccepted,
] as const satisfies readonly Defect[]
