import type { Authentication, AuthenticationRefusal } from '../../reference/api/authenticate.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'

/** Lets a token in that was refused for this reason alone; its signature and issuer are in order. */
export const acceptedAlthough = (
  reason: AuthenticationRefusal,
  authentication: Authentication,
  { presented }: AuthenticationContext,
): Authentication =>
  authentication.kind === 'refused' && authentication.reason === reason && presented !== undefined
    ? { kind: 'accepted', claims: presented.claims }
    : authentication
