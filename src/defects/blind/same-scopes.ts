import { userScopes } from '../../reference/api/scopes.ts'

/** Whether a token has these of the three scopes and no other of them. */
export const hasJust = (scopes: readonly string[], ...expected: readonly string[]): boolean =>
  userScopes.every((scope) => scopes.includes(scope) === expected.includes(scope))
