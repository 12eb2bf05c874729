import type { AccessToken, Provider } from 'oidc-provider'
import { type OpContext, type OpStep, paths } from './context.ts'
import type { JsonDocument } from './seams.ts'

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
