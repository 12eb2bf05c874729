import { UnsecuredJWT } from 'jose'
import { epochSeconds, lifetimes, metadataPath, type OpStep, paths } from './context.ts'
import { levels } from './levels.ts'
import type { JsonDocument, NameValue } from './seams.ts'

/** Redirects are 302, as ID-porten sends them. */
export const redirectsAreFound: OpStep = () => async (ctx, next) => {
  await next()
  if (ctx.status === 303) ctx.status = 302
}

/** The metadata in ID-porten's words, through its seam. */
export const providerMetadata: OpStep =
  (_provider, { issuer, seams }) =>
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
