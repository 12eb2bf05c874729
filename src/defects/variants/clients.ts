import { scopeSets } from '../scope-sets.ts'
import type { Variant } from './variant.ts'

/** The reference environment as it is, for clients that are registered for fewer scopes. */
export const clientVariants: readonly Variant[] = scopeSets.map(({ name, scopes }) => ({
  id: `VAR-CLIENT-HAS-${name}`,
  title: `the client may ask for ${scopes.map((scope) => scope.replace('krr:user/', '')).join(' and ')} alone`,
  options: { scopes },
}))
