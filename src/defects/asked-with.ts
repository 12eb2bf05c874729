import { userScopes } from '../reference/api/authenticate.ts'
import type { AuthorisedContext } from '../reference/api/seams.ts'

/**
 * Whether the token has exactly these of the `krr:user/*` scopes, by their short names: for a fault that one
 * combination alone meets.
 */
export const isAskedWith = (
  { scopes }: Pick<AuthorisedContext, 'scopes'>,
  ...names: readonly ('kontaktinformasjon' | 'digitalpost' | 'spraak')[]
): boolean => {
  const own = scopes.flatMap((scope) => /^krr:user\/(\w+)\.\w+$/.exec(scope)?.[1] ?? [])
  return own.length === names.length && names.every((name) => own.includes(name))
}

/** Whether a token has these of the three scopes and no other of them. */
export const hasJust = (scopes: readonly string[], ...expected: readonly string[]): boolean =>
  userScopes.every((scope) => scopes.includes(scope) === expected.includes(scope))
