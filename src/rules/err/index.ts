import type { AnyRule } from '../rule.ts'
import { clientErrorsAreNot5xx } from './001-client-errors-are-not-5xx.ts'
import { errorsShowNoInternals } from './002-errors-show-no-internals.ts'
import { errorsShowNoPersonalData } from './003-errors-show-no-personal-data.ts'
import { errorsAreJsonOfAKnownShape } from './004-errors-are-json-of-a-known-shape.ts'
import { errorShapesAreAsObserved } from './005-error-shapes-are-as-observed.ts'

/** Refusals. */
export const errRules = [
  clientErrorsAreNot5xx,
  errorsShowNoInternals,
  errorsShowNoPersonalData,
  errorsAreJsonOfAKnownShape,
  errorShapesAreAsObserved,
] as const satisfies readonly AnyRule[]
