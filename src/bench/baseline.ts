import { isDeepStrictEqual } from 'node:util'
import { Ajv } from 'ajv'
import { compactVerify, decodeProtectedHeader, importX509 } from 'jose'
import * as oidc from 'openid-client'
import { Agent, fetch as undiciFetch } from 'undici'

/** What the baseline is pointed at. */
export interface BaselineTarget {
  readonly issuer: string
  readonly apiUrl: string
  readonly client: { readonly id: string; readonly secret: string }
  readonly redirectUri: string
  readonly ca: string
  readonly pid: string
  /** The published OpenAPI document. */
  readonly document: Readonly<Record<string, unknown>>
  /** Sent with each request. */
  readonly fields: Readonly<Record<string, string>>
}

const scopes = ['kontaktinformasjon.read', 'digitalpost.read', 'spraak.write'] as const
const combinations = [1, 2, 3, 4, 5, 6, 7].map((bits) => scopes.filter((_, at) => bits & (1 << at)))

/**
 * The suite that a team writes in an afternoon, a hundred lines of it: each combination of scopes in both
 * representations, ajv for the schema, jose for the signature, and the language there and back. It is what the harness
 * is compared with, and no part of it. Gives the checks that failed.
 */
export const runBaseline = async (target: BaselineTarget): Promise<readonly string[]> => {
  const failed = new Set<string>()
  const check = (name: string, isGood: boolean): void => {
    if (!isGood) failed.add(name)
  }
  const dispatcher = new Agent({ connect: { ca: target.ca } })
  const valid = validator(target.document)
  const ask = async (accessToken: string | undefined, accept: string, spraak?: string) => {
    const response = await undiciFetch(target.apiUrl, {
      dispatcher,
      method: spraak === undefined ? 'GET' : 'PATCH',
      headers: {
        ...target.fields,
        accept,
        ...(accessToken && { authorization: `Bearer ${accessToken}` }),
        ...(spraak && { 'content-type': 'application/json' }),
      },
      ...(spraak && { body: JSON.stringify({ spraak }) }),
    })
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text: await response.text(),
    }
  }
  try {
    for (const combination of combinations) {
      const token = await logIn(target, combination)
      const json = await ask(token, 'application/json')
      check('GET is 200', json.status === 200)
      check('GET is JSON', json.type.startsWith('application/json'))
      const person = JSON.parse(json.text) as Readonly<Record<string, unknown>>
      check('the person is valid', valid(person))
      check('it is the person logged in', person['personidentifikator'] === target.pid)
      const sees = (scope: (typeof scopes)[number]) => combination.includes(scope)
      check('contact data by scope', 'kontaktinformasjon' in person === sees(scopes[0]))
      check('mailbox by scope', 'digital_post' in person === sees(scopes[1]))
      check('certificate by scope', 'sertifikat' in person === sees(scopes[1]))
      const jose = await ask(token, 'application/jose')
      check('GET of the JWS is 200', jose.status === 200)
      check('the JWS is JOSE', jose.type.startsWith('application/jose'))
      check('the JWS has the same person', isDeepStrictEqual(await verified(jose.text), person))
      if (!sees('spraak.write')) {
        check('PATCH without its scope', (await ask(token, '*/*', 'en')).status === 403)
        continue
      }
      check('PATCH is 204', (await ask(token, '*/*', 'en')).status === 204)
      if (sees(scopes[0])) {
        const changed = JSON.parse((await ask(token, 'application/json')).text)
        check('the language is changed', changed.spraak === 'en')
      }
      check('PATCH back is 204', (await ask(token, '*/*', 'nb')).status === 204)
      const wrong = (await ask(token, '*/*', 'xx')).status
      check('an unknown language is refused', wrong >= 400 && wrong < 500)
    }
    check('no token, no person', (await ask(undefined, 'application/json')).status === 401)
    check('no such token', (await ask('nonsense', 'application/json')).status === 401)
  } catch (error) {
    failed.add(`broke: ${error instanceof Error ? error.name : 'unknown'}`)
  } finally {
    await dispatcher.close()
  }
  return [...failed]
}

const validator = ({ components }: BaselineTarget['document']) => {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  return ajv.compile({ $ref: '#/components/schemas/PersonResource', components })
}

const logIn = async (target: BaselineTarget, combination: readonly string[]): Promise<string> => {
  const { client, fields, issuer, pid, redirectUri } = target
  const configuration = await oidc.discovery(
    new URL(issuer),
    client.id,
    {},
    oidc.ClientSecretBasic(client.secret),
    {
      execute: [oidc.allowInsecureRequests],
      [oidc.customFetch]: (url, { headers, ...init }) =>
        fetch(url, { ...init, headers: { ...headers, ...fields } } as RequestInit),
    },
  )
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [oidc.randomState(), oidc.randomNonce()]
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: ['openid profile', ...combination.map((scope) => `krr:user/${scope}`)].join(' '),
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    login_hint: `testid:${pid}_idporten-loa-substantial`,
  })
  const { headers } = await fetch(url, { redirect: 'manual', headers: fields })
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
  const callback = new URL(headers.get('location') ?? '')
  return (await oidc.authorizationCodeGrant(configuration, callback, checks)).access_token
}

/** The payload, where the signature is by the certificate that the JWS brings along. */
const verified = async (jws: string): Promise<unknown> => {
  const { alg = '', x5c = [] } = decodeProtectedHeader(jws)
  const pem = `-----BEGIN CERTIFICATE-----\n${x5c[0]}\n-----END CERTIFICATE-----`
  const { payload } = await compactVerify(jws, await importX509(pem, alg))
  return JSON.parse(new TextDecoder().decode(payload))
}
