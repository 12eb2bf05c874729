import type { Authentication } from '../../reference/api/authenticate.ts'
import { userScopes } from '../../reference/api/scopes.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'

/** Lets a request in as the main test user with every scope: what a server does that does not look. */
export const asMainUser = ({ people, issuer }: AuthenticationContext): Authentication => ({
  kind: 'accepted',
  claims: { iss: issuer, pid: people.MAIN.pid, scope: userScopes.join(' ') },
})
