import { X509Certificate } from 'node:crypto'
import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose'
import * as oidc from 'openid-client'
import { Agent, fetch as undiciFetch } from 'undici'

/** What a service is configured with, and what it leaves out: each of these it must not. */
export interface ServiceOptions {
  readonly issuer: string
  readonly apiUrl: string
  readonly client: { readonly id: string; readonly secret: string }
  readonly redirectUri: string
  readonly ca: string
  readonly trustAnchor: string
  /** Sent with each request: a service under test hands on what its tests give it. */
  readonly fields?: Readonly<Record<string, string>>
  /** Trusts whatever comes. */
  readonly isNaive?: boolean
}

/** How a person is reached, or why nothing is sent. */
export type Decision =
  | { readonly kind: 'e-mail'; readonly to: string; readonly language: string }
  | { readonly kind: 'letter' }
  | { readonly kind: 'later'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

const usualScope = 'openid profile krr:user/kontaktinformasjon.read'
const level = 'idporten-loa-substantial'

/** A small service of somebody's own: it logs a person in, asks KRR for the signed person, and decides how to reach them. */
export const decide = async (pid: string, options: ServiceOptions): Promise<Decision> => {
  try {
    const { accessToken, claims } = await logIn(pid, options)
    if (!options.isNaive && claims['acr'] !== level) return refused('acr')
    const answer = await askKrr(accessToken, options)
    if (!options.isNaive && (answer.status === 429 || answer.status >= 500))
      return { kind: 'later', why: String(answer.status) }
    if (!options.isNaive && answer.status !== 200) return refused(`status ${answer.status}`)
    const person = options.isNaive
      ? decodeJwt<Person>(answer.text)
      : await verified(answer.text, options.trustAnchor)
    if (!options.isNaive && person.personidentifikator !== claims['pid']) return refused('pid')
    const { kontaktinformasjon, varslingsstatus, spraak = 'nb' } = person
    return varslingsstatus === 'KAN_VARSLES' && kontaktinformasjon?.epostadresse !== undefined
      ? { kind: 'e-mail', to: kontaktinformasjon.epostadresse, language: spraak }
      : { kind: 'letter' }
  } catch (error) {
    if (options.isNaive) throw error
    return refused(error instanceof Error ? error.name : 'unknown')
  }
}

interface Person {
  readonly personidentifikator?: string
  readonly varslingsstatus?: string
  readonly spraak?: string
  readonly kontaktinformasjon?: { readonly epostadresse?: string }
}

const refused = (why: string): Decision => ({ kind: 'refused', why })

/** Authorization code with PKCE by openid-client; `login_hint` spares the pages. */
export const logIn = async (pid: string, options: ServiceOptions, scope = usualScope) => {
  const { client, fields = {}, redirectUri } = options
  const configuration = await oidc.discovery(
    new URL(options.issuer),
    client.id,
    {},
    oidc.ClientSecretBasic(client.secret),
    {
      execute: [
        oidc.allowInsecureRequests,
        ...(options.isNaive ? [] : [oidc.enableNonRepudiationChecks]),
      ],
      [oidc.customFetch]: (url, { headers, ...init }) =>
        fetch(url, { ...init, headers: { ...headers, ...fields } } as RequestInit),
    },
  )
  const [pkceCodeVerifier, expectedState, expectedNonce] = [
    oidc.randomPKCECodeVerifier(),
    oidc.randomState(),
    oidc.randomNonce(),
  ]
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope,
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    acr_values: level,
    login_hint: `testid:${pid}_${level}`,
  })
  const { headers } = await fetch(url, { redirect: 'manual', headers: fields })
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
  const callback = new URL(headers.get('location') ?? '')
  const tokens = await oidc.authorizationCodeGrant(configuration, callback, checks)
  return { accessToken: tokens.access_token, claims: { ...tokens.claims() } }
}

const askKrr = async (accessToken: string, { apiUrl, ca, fields = {} }: ServiceOptions) => {
  const dispatcher = new Agent({ connect: { ca } })
  try {
    const response = await undiciFetch(apiUrl, {
      dispatcher,
      headers: { ...fields, authorization: `Bearer ${accessToken}`, accept: 'application/jose' },
    })
    return { status: response.status, text: await response.text() }
  } finally {
    await dispatcher.close()
  }
}

/** The person, where the signature verifies by a certificate that is valid and leads to the anchor. */
const verified = async (jws: string, trustAnchor: string): Promise<Person> => {
  const { x5c = [] } = decodeProtectedHeader(jws) as { readonly x5c?: readonly string[] }
  const chain = [
    ...x5c.map((der) => new X509Certificate(Buffer.from(der, 'base64'))),
    new X509Certificate(trustAnchor),
  ]
  const [signing] = chain
  if (signing === undefined || x5c.length === 0) throw new TypeError('no certificate')
  const now = Date.now()
  for (const [at, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[at + 1]
    const isCurrent =
      Date.parse(certificate.validFrom) <= now && now < Date.parse(certificate.validTo)
    if (issuer === undefined || !isCurrent || !certificate.verify(issuer.publicKey))
      throw new TypeError('the chain does not hold')
  }
  const { payload } = await compactVerify(jws, signing.publicKey, { algorithms: ['RS256'] })
  const person = JSON.parse(new TextDecoder().decode(payload)) as Person & { readonly exp?: number }
  if (person.exp !== undefined && person.exp * 1000 < now) throw new TypeError('expired')
  return person
}
