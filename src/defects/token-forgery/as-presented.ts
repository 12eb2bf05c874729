import type { Authentication } from '../../reference/api/authenticate.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'

/** Lets a refused token in by what it says of itself where the fault takes it; anything else goes on as it was. */
export const asPresented = (
  authentication: Authentication,
  { presented, issuer }: AuthenticationContext,
  isTaken: (presented: NonNullable<AuthenticationContext['presented']>) => boolean,
): Authentication =>
  authentication.kind === 'refused' &&
  presented !== undefined &&
  presented.claims['iss'] === issuer &&
  isTaken(presented)
    ? { kind: 'accepted', claims: presented.claims }
    : authentication

/** Whether the request was refused for this reason. */
export const isRefusedFor = (
  authentication: Authentication,
  reason: Extract<Authentication, { kind: 'refused' }>['reason'],
): boolean => authentication.kind === 'refused' && authentication.reason === reason
