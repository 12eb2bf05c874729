import type { Grant } from 'oidc-provider'
import type { OpContext, OpParts } from './context.ts'

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
