import type { AnyRule } from '../rule.ts'
import { issuerIsTheConfiguredOne } from './001-issuer-is-the-configured-one.ts'
import { codeFlowWithS256OverHttps } from './002-code-flow-with-s256-over-https.ts'
import { jwkSetIsStrongAndPublic } from './003-jwk-set-is-strong-and-public.ts'
import { authorizationResponseReturnsStateAndIss } from './004-authorization-response-returns-state-and-iss.ts'
import { tokenResponseIsBearerAndUncacheable } from './005-token-response-is-bearer-and-uncacheable.ts'
import { idTokenIsValid } from './006-id-token-is-valid.ts'
import { acrIsAtLeastTheLevelRequested } from './007-acr-is-at-least-the-level-requested.ts'
import { pidIsTheTestUsers } from './008-pid-is-the-test-users.ts'
import { requestedScopesAreGranted } from './009-requested-scopes-are-granted.ts'
import { accessTokenSaysTheSame } from './010-access-token-says-the-same.ts'
import { codeMisuseIsRefused } from './011-code-misuse-is-refused.ts'
import { silentRequestsAndTokensAreObserved } from './012-silent-requests-and-tokens-are-observed.ts'
import { kidsAreUniqueAndLifetimesStated } from './013-kids-are-unique-and-lifetimes-stated.ts'

/** ID-porten, as far as the login needs it. */
export const opRules = [
  // metadata and keys
  issuerIsTheConfiguredOne,
  codeFlowWithS256OverHttps,
  jwkSetIsStrongAndPublic,
  kidsAreUniqueAndLifetimesStated,
  // the authorization code flow
  authorizationResponseReturnsStateAndIss,
  tokenResponseIsBearerAndUncacheable,
  idTokenIsValid,
  acrIsAtLeastTheLevelRequested,
  pidIsTheTestUsers,
  requestedScopesAreGranted,
  accessTokenSaysTheSame,
  silentRequestsAndTokensAreObserved,
  // codes
  codeMisuseIsRefused,
] as const satisfies readonly AnyRule[]
