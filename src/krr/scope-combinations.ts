import { type KrrScope, krrScopes } from '../evidence/person-reading.ts'

/** The subsets of these scopes, the empty one first, all of them last. */
export const combinationsOf = (scopes: readonly KrrScope[]): readonly (readonly KrrScope[])[] =>
  Array.from({ length: 2 ** scopes.length }, (_, bits) =>
    scopes.filter((_scope, at) => (bits & (1 << at)) !== 0),
  )

/** The eight subsets of the three scopes. */
export const scopeCombinations = combinationsOf(krrScopes)

/** The combinations that yield a person: at least one `krr:user/*` scope. */
export const personCombinations = scopeCombinations.filter((scopes) => scopes.length > 0)

/** The combinations that let a language be written. */
export const writingCombinations = scopeCombinations.filter((scopes) =>
  scopes.includes('krr:user/spraak.write'),
)

/** Whether a scope lets somebody read more than that a person is there. */
export const mayRead = (scopes: readonly KrrScope[]): boolean =>
  scopes.some((scope) => scope.endsWith('.read'))
