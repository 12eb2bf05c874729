import type { Refusal } from '../../evidence/refusal.ts'
import { a401CarriesABearerChallenge } from '../../rules/auth/002-a-401-carries-a-bearer-challenge.ts'
import { refusalsAre401AndInvalidToken } from '../../rules/auth/014-refusals-are-401-and-invalid-token.ts'
import type { Conforms } from '../conforms.ts'
import { type Once, once } from '../once.ts'

/** Declares the rules on how a refusal of false credentials is told, whichever they were. */
export const judgeFalseCredentials = (conforms: Conforms, refusal: Once<Refusal>): void => {
  conforms(
    a401CarriesABearerChallenge,
    once(async () => (await refusal()).exchange),
  )
  conforms(refusalsAre401AndInvalidToken, refusal)
}
