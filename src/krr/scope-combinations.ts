import { type KrrScope, krrScopes } from '../evidence/person-reading.ts'

/** The eight subsets of the three scopes, the empty one first, all three last. */
export const scopeCombinations: readonly (readonly KrrScope[])[] = Array.from(
  { length: 2 ** krrScopes.length },
  (_, bits) => krrScopes.filter((_scope, at) => (bits & (1 << at)) !== 0),
)

/** The combinations that yield a person: at least one `krr:user/*` scope. */
export const personCombinations = scopeCombinations.filter((scopes) => scopes.length > 0)

/** The combinations that let a language be written. */
export const writingCombinations = scopeCombinations.filter((scopes) =>
  scopes.includes('krr:user/spraak.write'),
)

/** All three scopes. */
export const allScopes: readonly KrrScope[] = krrScopes
