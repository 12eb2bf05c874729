/** A token that the person API refuses anyhow: what is wrong with it is seen in the token alone. */
export const opensNothing = (scopes: readonly string[]): boolean =>
  !scopes.some((scope) => scope.startsWith('krr:user/'))
