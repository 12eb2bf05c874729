import { createHash } from 'node:crypto'
import type { AuthorizationCode, Grant, Provider } from 'oidc-provider'
import { base, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js'
import { Provider as ProviderClass } from 'oidc-provider/lib/provider.js'
import { lifetimes, type OpContext, type OpParts, type OpStep, paths } from './context.ts'
import { isLevel, reaches, requiredLevel } from './keys.ts'

/** The scopes that consent is asked for. */
export const consentScopes = (scopes: Iterable<string>): readonly string[] =>
  [...scopes].filter((scope) => scope.startsWith('krr:user/'))

/**
 * Makes a grant of its own for every authorization request: a token carries the scopes of its own
 * request and nothing of an earlier one. Consent is implicit for headless logins and where the
 * provider does not ask; else it is remembered by person, client and scope set.
 */
export const createGrants = ({ asks }: OpParts) => {
  const declinedBefore = new Map<string, readonly string[]>()

  const declined = (ctx: OpContext): readonly string[] | undefined => {
    const { oidc } = ctx
    const asked = consentScopes(oidc.requestParamScopes)
    if (ctx.state['headless'] === true || asked.length === 0) return []
    const key = JSON.stringify([oidc.account?.accountId, oidc.client?.clientId, [...asked].sort()])
    const answer = oidc.result?.consent?.['declined']
    if (Array.isArray(answer)) declinedBefore.set(key, answer.map(String))
    return declinedBefore.get(key) ?? (asks.consent === true ? undefined : [])
  }

  return async (ctx: OpContext): Promise<Grant | undefined> => {
    const { oidc } = ctx
    const refused = declined(ctx)
    const { account, client } = oidc
    if (refused === undefined || account === undefined || client === undefined) return undefined
    const grant = new oidc.provider.Grant({
      accountId: account.accountId,
      clientId: client.clientId,
    })
    const requested = [...oidc.requestParamScopes].join(' ')
    grant.addOIDCScope(requested)
    if (refused.length > 0) grant.rejectOIDCScope([...refused])
    for (const resource of Object.keys(oidc.resourceServers ?? {})) {
      grant.addResourceScope(resource, requested)
      if (refused.length > 0) grant.rejectResourceScope(resource, [...refused])
    }
    await grant.save()
    return grant
  }
}

/** An authorization code holds a dot, as ID-porten's does. */
export const codesWithADot = (provider: Provider): void => {
  const prototype = provider.AuthorizationCode.prototype as unknown as {
    generateTokenId(): string
  }
  const { generateTokenId } = prototype
  prototype.generateTokenId = function withADot() {
    const id = generateTokenId.call(this)
    return `${id.slice(0, 8)}.${id.slice(8)}`
  }
}

/** Has a spent code, and one with another verifier, pass through their seams before it is refused. */
export const refuseMisusedCodes = (provider: Provider, { seams }: OpParts): void => {
  const find = provider.AuthorizationCode.find as FindCode

  const findCode: FindCode = async function findCode(this: unknown, value, options) {
    const code = await find.call(this, value, options)
    const oidc = ProviderClass.ctx?.oidc
    if (code === undefined || oidc === undefined) return code
    const context = { clientId: code.clientId ?? '' }
    if (code.consumed && (await seams('codeReuse', 'refused', context)) === 'accepted') {
      code.consumed = false
    }
    const verifier = oidc.params?.['code_verifier']
    if (code.codeChallenge === challengeOf(verifier)) return code
    if ((await seams('codeVerifierCheck', 'refused', context)) === 'accepted') {
      code.codeChallenge = challengeOf(verifier)
    }
    return code
  }
  provider.AuthorizationCode.find = findCode as typeof provider.AuthorizationCode.find
}

type FindCode = (
  this: unknown,
  value: string,
  options?: object,
) => Promise<(Omit<AuthorizationCode, 'consumed'> & { consumed?: unknown }) | undefined>

/** The S256 challenge (RFC 7636, 4.2); none without a verifier. */
const challengeOf = (verifier: unknown): string | undefined =>
  typeof verifier === 'string'
    ? createHash('sha256').update(verifier).digest('base64url')
    : undefined

/**
 * When the person has to log in: besides what OpenID Connect says, where the session's level does
 * not reach `acr_values`, and where the session is older than its absolute lifetime.
 */
export const interactionPolicy = () => {
  const policy = base()
  const login = policy.get('login')
  login?.checks.add(
    new Check('acr', 'the level of the session is too low', 'login_required', levelTooLow),
  )
  login?.checks.add(
    new Check('session_age', 'the session is too old', 'login_required', sessionTooOld),
  )
  return policy
}

const levelTooLow = ({ oidc }: OpContext): boolean => {
  const { session } = oidc
  if (session?.accountId === undefined) return false
  const required = requiredLevel(oidc.params?.['acr_values'])
  return !isLevel(session.acr) || !reaches(session.acr, required)
}

const sessionTooOld = ({ oidc }: OpContext): boolean =>
  oidc.session?.accountId !== undefined &&
  oidc.result?.login === undefined &&
  oidc.session.past(lifetimes.session)

/** `prompt=none` of who has no session: the provider refuses it, and a defect shows the login page. */
export const silentRequests: OpStep =
  (provider, { seams }) =>
  async (ctx, next) => {
    const { prompt, ...query } = ctx.query
    const isSilent = ctx.path === paths.authorization && prompt === 'none'
    if (isSilent && ctx.cookies.get(provider.cookieName('session')) === undefined) {
      const clientId = String(query['client_id'])
      if ((await seams('silentRequest', 'refused', { clientId })) === 'page') ctx.query = query
    }
    await next()
  }
