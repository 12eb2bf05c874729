import { isJsonObject } from '../evidence/json.ts'
import { parseJws } from '../evidence/jws.ts'
import { parseJson } from '../evidence/message.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { bearer } from '../krr/person-api.ts'
import { allScopes } from '../krr/scope-combinations.ts'
import { refuseIntrusion } from './intrusion.ts'
import { tokensFor } from './readings.ts'
import type { World } from './world.ts'

/** Credentials of the right scheme with something that never was a token. */
export const noToken = bearer('not-a-token')

/**
 * A real access token that claims to live an hour longer, under the signature of the shorter one.
 * @throws EvidenceUnavailableError where the access token is opaque
 */
export const alteredToken = async (world: World): Promise<string> => {
  refuseIntrusion(world)
  const { accessToken } = await tokensFor(world, allScopes)
  const jws = parseJws(accessToken)
  const claims = jws && parseJson(new TextDecoder().decode(jws.payload))
  if (jws === undefined || !isJsonObject(claims)) {
    throw new EvidenceUnavailableError('the access token is opaque: it has no claims to alter', {
      verdict: 'not-applicable',
    })
  }
  const [header = '', , signature = ''] = jws.compact.split('.')
  const altered = { ...claims, exp: Number(claims['exp'] ?? 0) + 3_600 }
  const payload = Buffer.from(JSON.stringify(altered)).toString('base64url')
  const forged = `${header}.${payload}.${signature}`
  world.masker.vault.learn('access token', forged)
  return bearer(forged)
}
