import { randomUUID } from 'node:crypto'
import type { AccessToken, IdToken, Provider } from 'oidc-provider'
import { Provider as ProviderClass } from 'oidc-provider/lib/provider.js'
import { pairwiseSubject } from './configuration.ts'
import { epochSeconds, lifetimes, type OpContext, type OpParts } from './context.ts'
import { digdirOrgnr, signCompact, signedJti } from './keys.ts'
import type { JsonDocument, OpTokenContext } from './seams.ts'

interface Stored {
  readonly value: string
  readonly payload: { readonly exp?: number; readonly iat?: number }
}
interface StoredToken extends AccessToken {
  getValueAndPayload(): Promise<Stored>
}

/**
 * Access tokens are self-contained for the world and opaque inside: the JWT format of oidc-provider
 * demands an audience, which ID-porten's tokens have only when `resource` is asked for, and its
 * tokens are refused by userinfo and revocation.
 */
export const selfContainedAccessTokens = (provider: Provider, parts: OpParts): void => {
  const { issuer, keys, seams } = parts
  const prototype = provider.AccessToken.prototype as StoredToken
  const { getValueAndPayload, save } = prototype
  const find = provider.AccessToken.find as (jti: string, options?: object) => Promise<unknown>

  provider.AccessToken.find = async function findByJwt(this: unknown, value: string, options) {
    const jti = signedJti(keys, value)
    return jti === undefined ? undefined : (find.call(this, jti, options) as never)
  }

  prototype.save = async function saveGranted(this: StoredToken) {
    const context = { issuer, clientId: this.clientId ?? '', pid: this.accountId }
    const granted = await seams('grantedScopes', this.scope?.split(' ') ?? [], context)
    this.scope = granted.join(' ')
    return save.call(this)
  }

  prototype.getValueAndPayload = async function selfContained(this: StoredToken) {
    const { payload } = await getValueAndPayload.call(this)
    const context = tokenContext(issuer, this.clientId, this.accountId, this.scope)
    const own = accessTokenClaims(this, payload, parts)
    const claims = await seams('accessTokenClaims', own, context)
    const compact = signCompact(keys, { kid: keys.publicJwk.kid, alg: 'RS256' }, claims)
    return { value: await seams('accessTokenCompact', compact, context), payload }
  }
}

/** The claims of oidc_protocol_access_token.md. */
const accessTokenClaims = (
  { accountId, aud, clientId = '', jti, scope }: AccessToken,
  { exp, iat }: Stored['payload'],
  { clients, issuer }: OpParts,
): JsonDocument => {
  const ctx = ProviderClass.ctx as OpContext
  const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities
  const orgnr = clients.find((client) => client.clientId === clientId)?.orgnr ?? digdirOrgnr
  return {
    sub: pairwiseSubject(accountId, clientId),
    acr: (code ?? refresh)?.acr,
    scope,
    iss: issuer,
    client_amr: clientAmr(ctx),
    pid: accountId,
    exp,
    iat,
    jti,
    client_id: clientId,
    consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${orgnr}` },
    ...(aud === undefined ? {} : { aud }),
  }
}

const clientAmr = (ctx: OpContext): string => {
  if (ctx.oidc.params?.['client_assertion'] !== undefined) return 'private_key_jwt'
  return ctx.get('authorization') === '' ? 'client_secret_post' : 'client_secret_basic'
}

/** ID tokens with ID-porten's claims: no `at_hash`, `amr` an array, `sid` only where it is asked for. */
export const idPortenIdTokens = (provider: Provider, parts: OpParts): void => {
  const { issuer, keys, seams } = parts
  const prototype = provider.IdToken.prototype as IdToken
  const { issue } = prototype

  prototype.issue = async function issueIdToken(this: IdToken, options) {
    if (options.use !== 'idtoken') return issue.call(this, options)
    const { available, client, extra } = this
    const pid = String(available['pid'])
    const context = tokenContext(issuer, client.clientId, pid, this.ctx.oidc.accessToken?.scope)
    const iat = epochSeconds()
    const own = {
      iss: issuer,
      sub: pairwiseSubject(pid, client.clientId),
      aud: client.clientId,
      acr: available['acr'],
      amr: available['amr'],
      auth_time: available['auth_time'],
      exp: iat + lifetimes.idToken,
      iat,
      jti: randomUUID(),
      ...(extra['nonce'] === undefined ? {} : { nonce: extra['nonce'] }),
      locale: available['locale'],
      pid,
    }
    const header = await seams('idTokenHeader', { kid: keys.publicJwk.kid, alg: 'RS256' }, context)
    const claims = await seams('idTokenClaims', own, context)
    return seams('idTokenCompact', signCompact(keys, header, claims), context)
  }
}

const tokenContext = (
  issuer: string,
  clientId: string | undefined,
  pid: string,
  scope: string | undefined,
): OpTokenContext => ({
  issuer,
  clientId: clientId ?? '',
  pid,
  scopes: scope?.split(' ') ?? [],
})
