import { UnsecuredJWT } from 'jose'
import type { AccessToken, Provider } from 'oidc-provider'
import {
  epochSeconds,
  lifetimes,
  metadataPath,
  type OpContext,
  type OpStep,
  paths,
} from './context.ts'
import { levels } from './keys.ts'
import { readForm } from './login-steps.ts'
import { notLoggedInPage } from './pages/other.ts'
import { sendPage } from './pages/page.ts'
import type { JsonDocument, NameValue } from './seams.ts'

/** Redirects are 302, as ID-porten sends them. */
export const redirectsAreFound: OpStep = () => async (ctx, next) => {
  await next()
  if (ctx.status === 303) ctx.status = 302
}

/** The metadata in ID-porten's words, through its seam. */
export const providerMetadata: OpStep =
  (_provider, { hosts, issuer, seams }) =>
  async (ctx, next) => {
    await next()
    if (ctx.path !== metadataPath || ctx.status !== 200) return
    // ID-porten tells no claims; the rest is as a public copy of TEST's metadata has it.
    const { claims_supported: _, ...rest } = ctx.body as JsonDocument
    const own: JsonDocument = {
      ...rest,
      acr_values_supported: [
        ...levels,
        ...levels.map((level) => level.replace('idporten', 'eidas')),
      ],
      claims_parameter_supported: false,
      display_values_supported: ['page'],
      frontchannel_logout_session_supported: true,
      frontchannel_logout_supported: true,
      prompt_values_supported: ['consent', 'login', 'none'],
      request_parameter_supported: false,
      response_modes_supported: ['query', 'form_post', 'query.jwt', 'form_post.jwt'],
      scopes_supported: ['openid', 'profile'],
      token_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
        'none',
        'private_key_jwt',
      ],
      token_endpoint_auth_signing_alg_values_supported: ['RS256'],
      ui_locales_supported: ['nb', 'nn', 'en', 'se'],
      ...(hosts === undefined
        ? {}
        : {
            authorization_endpoint: `${hosts.login}${paths.authorization}`,
            end_session_endpoint: `${hosts.login}${paths.end_session}`,
          }),
    }
    ctx.body = await seams('providerMetadata', own, { issuer })
  }

/** The JWK Set through its seam. */
export const jwkSet: OpStep =
  (_provider, { issuer, keys, seams }) =>
  async (ctx, next) => {
    await next()
    if (ctx.path !== paths.jwks || ctx.status !== 200) return
    const context = { issuer, privateJwk: { ...keys.privateJwk } }
    ctx.body = await seams('jwks', { keys: [{ ...keys.publicJwk }] }, context)
  }

const ownPrefix = 'urn:ietf:params:oauth:request_uri:'

const idPortenPrefix = 'urn:idporten:'

/** What oidc-provider keeps of a pushed request: its parameters, as a JWT without a signature. */
interface PushedRequest {
  request: string
  save(lifetimeSeconds: number): Promise<string>
}

/** `request_uri` in ID-porten's namespace, both ways, and good for as long as ID-porten's (oidc-provider's is for 60 s). */
export const pushedRequests: OpStep = () => async (ctx, next) => {
  const uri = ctx.query['request_uri']
  if (ctx.path === paths.authorization && typeof uri === 'string') {
    ctx.query = { ...ctx.query, request_uri: uri.replace(idPortenPrefix, ownPrefix) }
  }
  await next()
  if (ctx.path !== paths.pushed_authorization_request || ctx.status !== 201) return
  const request = ctx.oidc.entities.PushedAuthorizationRequest as PushedRequest
  const { payload } = UnsecuredJWT.decode(request.request)
  const expires = epochSeconds() + lifetimes.pushedRequest
  request.request = new UnsecuredJWT(payload).setExpirationTime(expires).encode()
  await request.save(lifetimes.pushedRequest)
  const { request_uri: uriPushed } = ctx.body as JsonDocument
  ctx.body = {
    request_uri: String(uriPushed).replace(ownPrefix, idPortenPrefix),
    expires_in: lifetimes.pushedRequest,
  }
}

/** The parameters of the authorization response, errors included, through their seam. */
export const authorizationResponse: OpStep =
  (_provider, { issuer, seams }) =>
  async (ctx, next) => {
    await next()
    const redirectUri = ctx.oidc?.params?.['redirect_uri']
    const location = String(ctx.response.headers['location'] ?? '')
    if (typeof redirectUri !== 'string' || !location.startsWith(redirectUri)) return
    const target = new URL(redirectUri)
    const registered = [...target.searchParams]
    const own: readonly NameValue[] = [...new URL(location).searchParams].slice(registered.length)
    const clientId = ctx.oidc.client?.clientId ?? ''
    const sent = await seams('authorizationResponse', own, { issuer, redirectUri, clientId })
    target.search = new URLSearchParams([...registered, ...sent].map(([n, v]) => [n, v])).toString()
    ctx.set('Location', target.href)
  }

/** The token response through its seam, with the lifetime of the refresh token, which use prolongs. */
export const tokenResponse: OpStep =
  (_provider, { issuer, seams }) =>
  async (ctx, next) => {
    await next()
    if (ctx.path !== paths.token || ctx.method !== 'POST') return
    const refresh = ctx.oidc.entities.RefreshToken
    const body = { ...(ctx.body as JsonDocument) }
    if (ctx.status === 200 && refresh !== undefined) {
      refresh.exp = epochSeconds() + lifetimes.refreshToken
      await refresh.save()
      body['refresh_token_expires_in'] = lifetimes.refreshToken
    }
    ctx.body = body
    const own = { status: ctx.status, fields: fieldLines(ctx.response.headers), body }
    const sent = await seams('tokenResponse', own, {
      issuer,
      clientId: ctx.oidc.client?.clientId ?? '',
      grantType: String(ctx.oidc.params?.['grant_type']),
    })
    for (const [name] of own.fields) ctx.remove(name)
    ctx.status = sent.status
    ctx.body = sent.body
    for (const [name, value] of sent.fields) ctx.set(name, value)
  }

const fieldLines = (headers: object): readonly NameValue[] =>
  Object.entries(headers)
    .filter(([name]) => name !== 'content-length')
    .map(([name, value]) => [name, String(value)])

/**
 * Logout by POST and GET (oidc_protocol_logout.md). Without a session there is an error page, where
 * oidc-provider would go on.
 */
export const logout: OpStep = () => async (ctx, next) => {
  if (ctx.path !== paths.end_session) return next()
  if (ctx.method === 'POST') {
    ctx.query = Object.fromEntries(await readForm(ctx))
    ctx.method = 'GET'
  }
  await next()
  const { session } = ctx.oidc
  if (ctx.status === 200 && session?.accountId === undefined) sendPage(ctx, notLoggedInPage())
}

/** Ends the single sign-on session and goes where the client asked; tokens with krr scopes live on. */
export const endSession = async (ctx: OpContext): Promise<void> => {
  const { oidc } = ctx
  await oidc.session?.destroy()
  oidc.cookies.set(oidc.provider.cookieName('session'), null, { path: '/' })
  const registered = oidc.params?.['post_logout_redirect_uri']
  if (typeof registered !== 'string') return ctx.redirect(`${paths.end_session}/success`)
  const target = new URL(registered)
  const state = oidc.params?.['state']
  if (typeof state === 'string') target.searchParams.set('state', state)
  ctx.redirect(target.href)
}

/**
 * Revokes and introspects access tokens. oidc-provider takes whatever looks like a JWT for one it did
 * not keep, and refuses it; by then it has authenticated the client.
 */
export const selfContainedTokens: OpStep = (provider) => async (ctx, next) => {
  await next()
  if ((ctx.body as JsonDocument | null)?.['error'] !== 'unsupported_token_type') return
  const token = await ownToken(provider, ctx)
  if (ctx.path === paths.revocation) {
    if (token !== undefined) await revokeGrant(provider, token.grantId)
    ctx.status = 200
    ctx.body = ''
  } else if (ctx.path === paths.introspection) {
    ctx.status = 200
    ctx.body = token === undefined ? { active: false } : introspected(token, provider.issuer)
  }
}

/** The access token that was sent, where it lives and belongs to the client that sent it. */
const ownToken = async (provider: Provider, { oidc }: OpContext) => {
  const token = await provider.AccessToken.find(String(oidc.params?.['token']))
  return token?.clientId === oidc.client?.clientId ? token : undefined
}

/** Ends every token of the grant (oidc_protocol_revoke.md); the single sign-on session lives on. */
const revokeGrant = async (provider: Provider, grantId: string): Promise<void> => {
  const { AccessToken, AuthorizationCode, Grant, RefreshToken } = provider
  const models = [AccessToken, AuthorizationCode, RefreshToken]
  await Promise.all(models.map(({ adapter }) => adapter.revokeByGrantId(grantId)))
  await Grant.adapter.destroy(grantId)
}

const introspected = (token: AccessToken, issuer: string): JsonDocument => ({
  active: true,
  iss: issuer,
  client_id: token.clientId,
  pid: token.accountId,
  scope: token.scope,
  exp: token.exp,
  iat: token.iat,
  jti: token.jti,
  token_type: 'Bearer',
})
