import type { AnyRule } from '../rule.ts'
import { noCredentialsAreRefused } from './001-no-credentials-are-refused.ts'
import { a401CarriesABearerChallenge } from './002-a-401-carries-a-bearer-challenge.ts'
import { whatIsNoTokenIsRefused } from './003-what-is-no-token-is-refused.ts'
import { expiredTokensAreRefused } from './004-expired-tokens-are-refused.ts'
import { alteredClaimsAreRefused } from './005-altered-claims-are-refused.ts'
import { unsecuredTokensAreRefused } from './006-unsecured-tokens-are-refused.ts'
import { foreignKeysAreRefused } from './007-foreign-keys-are-refused.ts'
import { hs256ByThePublicKeyIsRefused } from './008-hs256-by-the-public-key-is-refused.ts'
import { idTokensAreRefused } from './009-id-tokens-are-refused.ts'
import { tokensOfOtherIssuersAreRefused } from './010-tokens-of-other-issuers-are-refused.ts'
import { queryTokensAreAcceptedOrNot } from './011-query-tokens-are-accepted-or-not.ts'
import { theSchemeIsCaseInsensitive } from './012-the-scheme-is-case-insensitive.ts'
import { otherSchemesAreRefused } from './013-other-schemes-are-refused.ts'
import { refusalsAre401AndInvalidToken } from './014-refusals-are-401-and-invalid-token.ts'
import { revokedTokensAreRefusedOrNot } from './015-revoked-tokens-are-refused-or-not.ts'

/** Who is let in, for GET and PATCH alike. */
export const authRules = [
  noCredentialsAreRefused,
  a401CarriesABearerChallenge,
  whatIsNoTokenIsRefused,
  expiredTokensAreRefused,
  alteredClaimsAreRefused,
  unsecuredTokensAreRefused,
  foreignKeysAreRefused,
  hs256ByThePublicKeyIsRefused,
  idTokensAreRefused,
  tokensOfOtherIssuersAreRefused,
  queryTokensAreAcceptedOrNot,
  theSchemeIsCaseInsensitive,
  otherSchemesAreRefused,
  refusalsAre401AndInvalidToken,
  revokedTokensAreRefusedOrNot,
] as const satisfies readonly AnyRule[]
