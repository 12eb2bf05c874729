import { type Line, ok, problem, warning } from '../line.ts'

/** What an authorization request of nobody (`prompt=none`) was answered with. */
export interface AuthorizationReading {
  readonly idKey: string
  readonly scopesKey: string
  readonly proofKey: string
  readonly redirectKey: string
  readonly redirectUri: string
  /** Whether the client is known to be accepted: then a refusal is about the redirect URI. */
  readonly isClientAccepted: boolean
  readonly outcome:
    | { readonly kind: 'redirected'; readonly error: string }
    | { readonly kind: 'page'; readonly status: number }
    | { readonly kind: 'trouble'; readonly says: string }
}

/** Errors that say no more than that nobody is logged in (OIDC Core, 3.1.2.6). */
const nobodyIsLoggedIn = new Set(['login_required', 'interaction_required', 'consent_required'])

/** Whether the provider would send a code to the redirect URI, and lets the client ask for the scopes. */
export const redirectUriIsAccepted = (reading: AuthorizationReading): readonly Line[] => {
  const { redirectKey, redirectUri, outcome } = reading
  switch (outcome.kind) {
    case 'trouble':
      return [problem(redirectKey, outcome.says, 'look at the network and the metadata')]
    case 'page':
      return [answeredByPage(reading, outcome.status)]
    case 'redirected':
      return [
        ok(redirectKey, `${redirectUri} is accepted`),
        ...refusedScopes(reading, outcome.error),
      ]
    default:
      return outcome satisfies never
  }
}

const answeredByPage = (reading: AuthorizationReading, status: number): Line => {
  const { idKey, proofKey, redirectKey, redirectUri, isClientAccepted } = reading
  if (status < 400) {
    return warning(
      redirectKey,
      `not told: prompt=none is answered with a page (${status})`,
      'a login will show it',
    )
  }
  return problem(
    redirectKey,
    `${redirectUri} is not accepted: ID-porten shows an error page (status ${status})`,
    isClientAccepted
      ? `register it with the client, letter for letter, or set ${redirectKey} to the registered one`
      : `correct ${idKey} or ${proofKey} first, whichever is wrong; then register it with the client, letter for letter`,
  )
}

const refusedScopes = (
  { idKey, scopesKey }: AuthorizationReading,
  error: string,
): readonly Line[] => {
  if (nobodyIsLoggedIn.has(error)) return []
  if (error === 'invalid_scope') {
    return [
      problem(
        idKey,
        `the client may not ask for all krr:user scopes of ${scopesKey} (invalid_scope)`,
        `add openid, profile and the krr:user scopes to the registration (integration type api_klient), or name in ${scopesKey} those that it has`,
      ),
    ]
  }
  return [
    problem(idKey, `the authorization request is refused (${error})`, 'compare the registration'),
  ]
}
