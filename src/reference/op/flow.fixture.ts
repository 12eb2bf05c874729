import { createHash, randomBytes } from 'node:crypto'
import { type Injections, seamsWith } from '../seams.ts'
import { createOpKeys, type OpClient, type OpKeys } from './keys.ts'
import { type OpOptions, type RunningOp, startOp } from './start.ts'

/** A synthetic person (month + 80). */
export const kari = '20914695016'
/** Another one. */
export const ola = '28876895937'

export const redirectUri = 'http://localhost:3000/callback'
export const client: OpClient = {
  clientId: 'krr-conformance',
  secret: 'a-secret-of-the-reference-environment',
  redirectUris: [redirectUri],
  postLogoutRedirectUris: ['http://localhost:3000/'],
}

let keys: Promise<OpKeys> | undefined

/** A provider on a free port; the keys are shared by all tests. */
export const startTestOp = async (
  injections: Injections = {},
  options: Partial<OpOptions> = {},
  onActivated?: (seam: string) => void,
): Promise<RunningOp> => {
  keys ??= createOpKeys()
  const seams = seamsWith(injections, onActivated)
  return startOp({ seams, clients: [client], keys: await keys, ...options })
}

/** A code that came back, with what its token request needs. */
export interface Redeemable {
  readonly code: string
  readonly verifier: string
  readonly parameters: URLSearchParams
}

export interface AuthorizationOptions {
  readonly scope?: string
  readonly cookies?: string
  readonly extra?: { readonly [name: string]: string }
}

const hint = { login_hint: `testid:${kari}_idporten-loa-high` }

/** The authorization request as an address, with the verifier of its challenge. */
export const authorizationRequest = (
  op: RunningOp,
  { scope = 'openid profile', extra = hint }: AuthorizationOptions = {},
): { readonly url: string; readonly verifier: string } => {
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...extra,
  })
  return { url: `${op.issuer}/authorize?${query}`, verifier }
}

/** One headless authorization request, or one in the session of the cookies. */
export const authorize = async (
  op: RunningOp,
  options: AuthorizationOptions = {},
): Promise<Redeemable> => {
  const { url, verifier } = authorizationRequest(op, options)
  const headers = options.cookies === undefined ? {} : { cookie: options.cookies }
  const response = await fetch(url, { redirect: 'manual', headers })
  const parameters = new URL(response.headers.get('location') ?? '', op.issuer).searchParams
  return { code: parameters.get('code') ?? '', verifier, parameters }
}

/** A POST to the token endpoint by client_secret_basic. */
const tokenRequest = (op: RunningOp, form: Record<string, string>): Promise<Response> =>
  post(`${op.issuer}/token`, form)

/** Exchanges a code as it should be exchanged, or with another verifier. */
export const redeem = (op: RunningOp, { code, verifier }: Redeemable): Promise<Response> =>
  tokenRequest(op, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  })

/** A form by POST with the client's Basic credentials. */
export const post = (url: string, form: Record<string, string>): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client.clientId}:${client.secret}`)}` },
    body: new URLSearchParams(form),
  })
