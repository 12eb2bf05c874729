import { parseJson } from '../../evidence/exchange.ts'
import { valueAt } from '../../evidence/json.ts'
import { parseJws } from '../../evidence/jws.ts'
import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { bearer } from '../../krr/person-api.ts'
import { noCredentialsAreRefused } from '../../rules/auth/001-no-credentials-are-refused.ts'
import { a401CarriesABearerChallenge } from '../../rules/auth/002-a-401-carries-a-bearer-challenge.ts'
import { whatIsNoTokenIsRefused } from '../../rules/auth/003-what-is-no-token-is-refused.ts'
import { alteredClaimsAreRefused } from '../../rules/auth/005-altered-claims-are-refused.ts'
import { unsecuredTokensAreRefused } from '../../rules/auth/006-unsecured-tokens-are-refused.ts'
import { foreignKeysAreRefused } from '../../rules/auth/007-foreign-keys-are-refused.ts'
import { hs256ByThePublicKeyIsRefused } from '../../rules/auth/008-hs256-by-the-public-key-is-refused.ts'
import { idTokensAreRefused } from '../../rules/auth/009-id-tokens-are-refused.ts'
import { tokensOfOtherIssuersAreRefused } from '../../rules/auth/010-tokens-of-other-issuers-are-refused.ts'
import { otherSchemesAreRefused } from '../../rules/auth/013-other-schemes-are-refused.ts'
import { refusalsAre401AndInvalidToken } from '../../rules/auth/014-refusals-are-401-and-invalid-token.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Conforms } from '../conforms.ts'
import { allScopes } from '../declared-scopes.ts'
import { refuseIntrusion } from '../intrusion.ts'
import { type Once, once } from '../once.ts'
import { tokensFor } from '../readings.ts'
import { keep, type World } from '../world.ts'
import {
  alteredClaims,
  type Forge,
  livingLonger,
  macByThePublicKey,
  ofAnotherClient,
  ofSomebodyElse,
  otherIssuer,
  ownSignature,
  unsecured,
  withAllScopes,
} from './forged-token.ts'

/** An ID token that ends sooner proves nothing: it could be refused for that. */
const leastLifetimeMs = 10_000

/**
 * An ID token of the test user that has not expired. It need not live as long as the access token that came with it,
 * and a refreshed one may have none: then another login brings one.
 * @throws EvidenceUnavailableError where none can be had, or in production
 */
const freshIdToken = async (world: World): Promise<string> => {
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

/** Credentials that let nobody in, neither to read nor to write: everything else of the request is in order. */
interface FalseCredentials {
  /** What differs from the request that succeeds, in words: `alg none`. */
  readonly factor: string
  readonly rule: Rule<Refusal | RefusedWrite>
  /** In which GET asks for the person; `application/json` unless said otherwise. */
  readonly representation?: 'application/jose'
  /** Asked with, and not written with: somebody else would be put at risk, or others of its kind are written with. */
  readonly readsOnly?: true
  /**
   * The value of `Authorization`; undefined leaves the field out. The masker knows what is in it.
   * @throws EvidenceUnavailableError where no such credentials can be made, or must not be sent
   */
  readonly authorization: (world: World) => Promise<string | undefined>
}

/** The real token under another scheme's name. */
const underScheme =
  (scheme: string): FalseCredentials['authorization'] =>
  async (world) => {
    refuseIntrusion(world)
    return `${scheme} ${(await tokensFor(world, allScopes(world))).accessToken}`
  }

const forged =
  (forge: Forge): FalseCredentials['authorization'] =>
  async (world) => {
    const token = await forge(world)
    world.masker.vault.learn('access token', token)
    return bearer(token)
  }

/**
 * Each of them is sent as GET, and as PATCH unless it only reads: GET asks in every form how a token is verified, PATCH
 * whether it is. Where there are several of a kind one asks for the JWS: who makes it in another place than the JSON may
 * let in whom the other refuses.
 */
export const falseCredentials: readonly FalseCredentials[] = [
  {
    factor: 'no Authorization',
    rule: noCredentialsAreRefused,
    authorization: async () => undefined,
  },
  {
    factor: 'a token that is none',
    rule: whatIsNoTokenIsRefused,
    authorization: async () => bearer('not-a-token'),
  },
  {
    factor: 'another scheme, Basic',
    readsOnly: true,
    rule: otherSchemesAreRefused,
    authorization: underScheme('Basic'),
  },
  {
    // As long as Bearer: whoever cuts the name off by its length takes it for that.
    factor: 'another scheme, Digest',
    readsOnly: true,
    rule: otherSchemesAreRefused,
    authorization: underScheme('Digest'),
  },
  {
    // The other scheme that access tokens go by (RFC 9449, 7.1): it is nothing without a proof.
    factor: 'another scheme, DPoP',
    representation: 'application/jose',
    rule: otherSchemesAreRefused,
    authorization: underScheme('DPoP'),
  },
  {
    // Whoever takes the name of the scheme away finds the token where there is none.
    factor: 'no scheme before the token',
    rule: otherSchemesAreRefused,
    authorization: async (world) => {
      refuseIntrusion(world)
      return (await tokensFor(world, allScopes(world))).accessToken
    },
  },
  {
    factor: "an ID token in the access token's place",
    rule: idTokensAreRefused,
    authorization: forged(freshIdToken),
  },
  {
    factor: 'altered claims, an empty signature',
    readsOnly: true,
    rule: alteredClaimsAreRefused,
    authorization: forged(alteredClaims(livingLonger, { signed: 'not at all' })),
  },
  // One by one: whoever looks a token up by some of its claims finds it where the others were altered.
  {
    factor: 'altered claims: exp',
    representation: 'application/jose',
    rule: alteredClaimsAreRefused,
    authorization: forged(alteredClaims(livingLonger)),
  },
  {
    factor: 'altered claims: pid',
    readsOnly: true,
    rule: alteredClaimsAreRefused,
    authorization: forged(alteredClaims(ofSomebodyElse)),
  },
  {
    factor: 'altered claims: scope',
    rule: alteredClaimsAreRefused,
    authorization: forged(
      alteredClaims(withAllScopes, { scopes: ['krr:user/kontaktinformasjon.read'] }),
    ),
  },
  {
    factor: 'altered claims: client_id, sub',
    readsOnly: true,
    rule: alteredClaimsAreRefused,
    authorization: forged(alteredClaims(ofAnotherClient)),
  },
  {
    factor: 'alg none',
    rule: unsecuredTokensAreRefused,
    authorization: forged(unsecured('none')),
  },
  {
    factor: 'alg nOnE',
    representation: 'application/jose',
    readsOnly: true,
    rule: unsecuredTokensAreRefused,
    authorization: forged(unsecured('nOnE')),
  },
  {
    factor: 'HS256 by the public key',
    rule: hs256ByThePublicKeyIsRefused,
    authorization: forged(macByThePublicKey('pem')),
  },
  {
    // What a library calls the encoded key: a secret made of that is another one.
    factor: 'HS256 by the DER of the public key',
    representation: 'application/jose',
    readsOnly: true,
    rule: hs256ByThePublicKeyIsRefused,
    authorization: forged(macByThePublicKey('der')),
  },
  {
    factor: "a key of the caller's under the issuer's kid",
    rule: foreignKeysAreRefused,
    authorization: forged(ownSignature('kid')),
  },
  {
    factor: "a key of the caller's in jwk",
    rule: foreignKeysAreRefused,
    authorization: forged(ownSignature('jwk')),
  },
  {
    factor: "a key of the caller's in x5c",
    representation: 'application/jose',
    rule: foreignKeysAreRefused,
    authorization: forged(ownSignature('x5c')),
  },
  {
    factor: 'another issuer',
    rule: tokensOfOtherIssuersAreRefused,
    authorization: forged(otherIssuer),
  },
]

/** Declares the rules on how a refusal of false credentials is told, whichever they were. */
export const judgeFalseCredentials = (conforms: Conforms, refusal: Once<Refusal>): void => {
  conforms(
    a401CarriesABearerChallenge,
    once(async () => (await refusal()).exchange),
  )
  conforms(refusalsAre401AndInvalidToken, refusal)
}

/** As nobody writes it: in no list of the usual spellings. */
export const otherCase = 'bEARER'

/** The credentials of a token, the name of their scheme written otherwise. */
export const bearerInOtherCase = (token: string): string =>
  bearer(token).replace('Bearer', otherCase)
