import { valueAt } from '../../evidence/json.ts'
import { parseJws } from '../../evidence/jws.ts'
import { parseJson } from '../../evidence/message.ts'
import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'
import { allScopes } from '../declared-scopes.ts'
import { refuseIntrusion } from '../intrusion.ts'
import { tokensFor } from '../readings.ts'
import { keep, type World } from '../world.ts'

/** An ID token that ends sooner proves nothing: it could be refused for that. */
const leastLifetimeMs = 10_000

/**
 * An ID token of the test user that has not expired. It need not live as long as the access token that came with it,
 * and a refreshed one may have none: then another login brings one.
 * @throws EvidenceUnavailableError where none can be had, or in production
 */
export const freshIdToken = async (world: World): Promise<string> => {
  refuseIntrusion(world)
  const { idToken } = await tokensFor(world, allScopes(world))
  if (isFresh(idToken)) return idToken
  const renewed = await keep(world, 'ID token of its own', () =>
    world.main.ownTokens('MAIN', allScopes(world)),
  )
  if (isFresh(renewed.idToken)) return renewed.idToken
  throw new EvidenceUnavailableError('there is no ID token that has not expired')
}

const isFresh = (idToken: string): boolean => {
  const payload = parseJws(idToken)?.payload
  const exp = valueAt(parseJson(new TextDecoder().decode(payload)), 'exp')
  return typeof exp === 'number' && exp * 1_000 - Date.now() >= leastLifetimeMs
}
