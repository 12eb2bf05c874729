import type { LoginReading } from '../evidence/login.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { scopeCombinations } from '../krr/person-api.ts'
import { issuerIsTheConfiguredOne } from '../rules/op/001-issuer-is-the-configured-one.ts'
import { codeFlowWithS256OverHttps } from '../rules/op/002-code-flow-with-s256-over-https.ts'
import { jwkSetIsStrongAndPublic } from '../rules/op/003-jwk-set-is-strong-and-public.ts'
import { authorizationResponseReturnsStateAndIss } from '../rules/op/004-authorization-response-returns-state-and-iss.ts'
import { tokenResponseIsBearerAndUncacheable } from '../rules/op/005-token-response-is-bearer-and-uncacheable.ts'
import { idTokenIsValid } from '../rules/op/006-id-token-is-valid.ts'
import { acrIsAtLeastTheLevelRequested } from '../rules/op/007-acr-is-at-least-the-level-requested.ts'
import { pidIsTheTestUsers } from '../rules/op/008-pid-is-the-test-users.ts'
import { requestedScopesAreGranted } from '../rules/op/009-requested-scopes-are-granted.ts'
import { accessTokenSaysTheSame } from '../rules/op/010-access-token-says-the-same.ts'
import { silentRequestsAndTokensAreObserved } from '../rules/op/012-silent-requests-and-tokens-are-observed.ts'
import { kidsAreUniqueAndLifetimesStated } from '../rules/op/013-kids-are-unique-and-lifetimes-stated.ts'
import { requireDeclared } from './declared-scopes.ts'
import { once } from './once.ts'
import { suite } from './suite.ts'
import { shortScopes, type World } from './world.ts'

suite('ID-porten', ({ world, at }) => {
  at('metadata and JWK Set', (conforms) => {
    const provider = once(() => world.main.provider())

    conforms(issuerIsTheConfiguredOne, provider)
    conforms(codeFlowWithS256OverHttps, provider)
    conforms(jwkSetIsStrongAndPublic, provider)
    conforms(kidsAreUniqueAndLifetimesStated, provider)
  })

  at('prompt=none without a login', (conforms) => {
    const attempt = once(() => world.main.silentAttempt())

    conforms(silentRequestsAndTokensAreObserved, attempt)
  })

  for (const scopes of scopeCombinations) {
    at(`login for ${shortScopes(scopes)}`, (conforms) => {
      const login = once(async () => {
        requireDeclared(world, scopes)
        return world.main.login('MAIN', scopes)
      })
      const signed = once(async () => requireSignature(await login()))
      const ofTestUser = once(() => {
        requireTestUser(world)
        return login()
      })

      conforms(authorizationResponseReturnsStateAndIss, login)
      conforms(tokenResponseIsBearerAndUncacheable, login)
      conforms(idTokenIsValid, signed)
      conforms(acrIsAtLeastTheLevelRequested, login)
      conforms(pidIsTheTestUsers, ofTestUser)
      conforms(requestedScopesAreGranted, login)
      conforms(accessTokenSaysTheSame, login)
      conforms(silentRequestsAndTokensAreObserved, login)
      conforms(kidsAreUniqueAndLifetimesStated, login)
    })
  }
})

/** An operator is whoever logs in, for whatever scopes. */
const requireTestUser = ({ target }: World): void => {
  if (target.environment.login !== 'operator') return
  throw new EvidenceUnavailableError('an operator logs in, whose own pid is the expected one', {
    verdict: 'not-applicable',
  })
}

/** Of a login that was kept there is what its tokens said, masked, and no signature. */
const requireSignature = (login: LoginReading): LoginReading => {
  if (login.madeAt === undefined) return login
  throw new EvidenceUnavailableError(
    'the login was made beforehand, and signatures are not kept: they would let a guess be confirmed; npm test without krr login before it logs in by itself, and judges them',
    { verdict: 'not-exercised' },
  )
}
