import { createHash } from 'node:crypto'
import type { Configuration } from 'oidc-provider'
import { lifetimes, type OpParts, paths } from './context.ts'
import { createGrants, interactionPolicy } from './grants.ts'
import { clientMetadata, levels } from './keys.ts'
import { endSession } from './mending.ts'
import { errorPage, loggedOutPage } from './pages/other.ts'
import { sendPage } from './pages/page.ts'
import type { Store } from './store.ts'

/** Every scope that is known; others are left out of the token. */
const scopes = [
  'openid',
  'profile',
  'krr:user/kontaktinformasjon.read',
  'krr:user/digitalpost.read',
  'krr:user/spraak.write',
]

/** The subject as one client sees the person: another for every client. */
export const pairwiseSubject = (pid: string, clientId: string): string =>
  createHash('sha256').update(`${clientId} ${pid}`).digest('base64url')

/** oidc-provider set up as ID-porten, as far as its settings reach; the steps mend the rest. */
export const configuration = (parts: OpParts, store: Store): Configuration => {
  const port = new URL(parts.issuer).port
  return {
    adapter: store.adapter,
    jwks: { keys: [{ ...parts.keys.privateJwk } as never] },
    clients: parts.clients.map(clientMetadata),
    scopes,
    claims: { openid: ['sub'], profile: ['pid', 'locale'] },
    acrValues: levels,
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    subjectTypes: ['public', 'pairwise'],
    pairwiseIdentifier: (_ctx, pid, client) => pairwiseSubject(pid, client.clientId),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['RS256'] },
    clientBasedCORS: () => false,
    routes: paths,
    // Cookies know no port: several providers in one browser must not take each other's.
    cookies: {
      names: {
        session: `idporten_session_${port}`,
        interaction: `idporten_login_${port}`,
        resume: `idporten_resume_${port}`,
      },
      long: { httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      jwtResponseModes: { enabled: true },
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => client.clientId === token.clientId,
      },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => client.clientId === token.clientId,
      },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, audience) => ({
          scope: scopes.join(' '),
          audience,
          accessTokenFormat: 'opaque',
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: endSession,
        postLogoutSuccessSource: (ctx) => sendPage(ctx, loggedOutPage()),
      },
    },
    pkce: { required: () => true },
    findAccount: (_ctx, pid) => ({
      accountId: pid,
      claims: async () => ({ sub: pid, pid, locale: 'nb' }),
    }),
    loadExistingGrant: createGrants(parts),
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: parts.rotatesRefreshTokens,
    revokeGrantPolicy: () => true,
    interactions: {
      policy: interactionPolicy(),
      url: (_ctx, { prompt }) => `/authorize/${prompt.name === 'consent' ? 'consent' : 'selector'}`,
    },
    renderError: (ctx, { error, error_description: description }) =>
      sendPage(ctx, errorPage(error, description)),
    ttl: {
      AccessToken: (_ctx, _token, client) =>
        parts.clients.find(({ clientId }) => clientId === client.clientId)
          ?.accessTokenLifetimeSeconds ?? lifetimes.accessToken,
      AuthorizationCode: lifetimes.code,
      Grant: lifetimes.authorization,
      IdToken: lifetimes.idToken,
      Interaction: lifetimes.interaction,
      RefreshToken: lifetimes.refreshToken,
      Session: lifetimes.sessionIdle,
    },
  }
}
