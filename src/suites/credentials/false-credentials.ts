import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { bearer } from '../../krr/person-api.ts'
import { noCredentialsAreRefused } from '../../rules/auth/001-no-credentials-are-refused.ts'
import { whatIsNoTokenIsRefused } from '../../rules/auth/003-what-is-no-token-is-refused.ts'
import { alteredClaimsAreRefused } from '../../rules/auth/005-altered-claims-are-refused.ts'
import { unsecuredTokensAreRefused } from '../../rules/auth/006-unsecured-tokens-are-refused.ts'
import { foreignKeysAreRefused } from '../../rules/auth/007-foreign-keys-are-refused.ts'
import { hs256ByThePublicKeyIsRefused } from '../../rules/auth/008-hs256-by-the-public-key-is-refused.ts'
import { idTokensAreRefused } from '../../rules/auth/009-id-tokens-are-refused.ts'
import { tokensOfOtherIssuersAreRefused } from '../../rules/auth/010-tokens-of-other-issuers-are-refused.ts'
import { otherSchemesAreRefused } from '../../rules/auth/013-other-schemes-are-refused.ts'
import type { Rule } from '../../rules/rule.ts'
import { allScopes } from '../declared-scopes.ts'
import { refuseIntrusion } from '../intrusion.ts'
import { tokensFor } from '../readings.ts'
import type { World } from '../world.ts'
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
import { freshIdToken } from './id-token.ts'

/** Credentials that let nobody in, neither to read nor to write: everything else of the request is in order. */
export interface FalseCredentials {
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
