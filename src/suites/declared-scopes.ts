import type { KrrScope } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { mayRead } from '../krr/person-api.ts'
import { shortScopes, type World } from './world.ts'

/** All scopes that the client is registered for: what twins and people are read with. */
export const allScopes = ({ target }: Pick<World, 'target'>): readonly KrrScope[] =>
  target.environment.scopes

/** Whether the client is registered for all of these. */
export const isDeclared = (world: Pick<World, 'target'>, scopes: readonly KrrScope[]): boolean =>
  scopes.every((scope) => allScopes(world).includes(scope))

/** These scopes, or all that there are where the client is not registered for one of them. */
export const orAll = (
  world: Pick<World, 'target'>,
  scopes: readonly KrrScope[],
): readonly KrrScope[] => (isDeclared(world, scopes) ? scopes : allScopes(world))

/**
 * Makes sure that the client may ask for these scopes.
 * @throws EvidenceUnavailableError where it is declared not to: what needs them does not apply
 */
export const requireDeclared = (
  world: Pick<World, 'target'>,
  scopes: readonly KrrScope[],
): void => {
  if (isDeclared(world, scopes)) return
  const missing = scopes.filter((scope) => !allScopes(world).includes(scope))
  throw undeclared(world, `does not name ${shortScopes(missing)}`)
}

/**
 * Makes sure that the client may change the language and read it.
 * @throws EvidenceUnavailableError where it is declared not to
 */
export const requireDeclaredLanguage = (world: Pick<World, 'target'>): void => {
  requireDeclared(world, ['krr:user/spraak.write'])
  if (isDeclared(world, ['krr:user/kontaktinformasjon.read'])) return
  throw undeclared(
    world,
    'does not name kontaktinformasjon, without which the language can be neither read nor put back',
  )
}

/**
 * Makes sure that there is a union of scopes to compare with its parts.
 * @throws EvidenceUnavailableError where the client is registered for one scope alone
 */
export const requireDeclaredUnion = (world: Pick<World, 'target'>): void => {
  if (allScopes(world).length < 2) throw undeclared(world, 'names one scope, and no union')
}

/** A client with a scope to read with is let in; whether one that may only write is, is open (KRR-SCOPE-007). */
export const isSurelyLetIn = (world: Pick<World, 'target'>): boolean => mayRead(allScopes(world))

const undeclared = ({ target }: Pick<World, 'target'>, what: string): EvidenceUnavailableError =>
  new EvidenceUnavailableError(`KRR_${target.environment.keyName}_SCOPES ${what}`, {
    verdict: 'not-applicable',
    isDeclared: true,
  })
