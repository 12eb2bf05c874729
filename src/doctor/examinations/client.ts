import { type Line, ok, problem, warning } from '../line.ts'

/** What the token endpoint said to the client with a code that nobody issued. */
export interface ClientReading {
  /** The key of the id, and of the secret or JWK that proves it. */
  readonly idKey: string
  readonly proofKey: string
  readonly outcome: { readonly status: number; readonly error: string } | string
  /** Whether the authorization endpoint knows the id: then it is the proof that is wrong. */
  readonly isIdKnown: boolean
}

/** The algorithm of the client's own key, and those that the metadata offer for assertions. */
export interface KeyReading {
  readonly key: string
  readonly algorithm: string
  /** `token_endpoint_auth_signing_alg_values_supported`; undefined where they are not told. */
  readonly offered: unknown
}

/** Whether the provider says that it takes assertions of the key's algorithm. */
export const keyIsOffered = ({ key, algorithm, offered }: KeyReading): readonly Line[] =>
  !Array.isArray(offered) || offered.includes(algorithm)
    ? []
    : [
        warning(
          key,
          `the key signs by ${algorithm}, and the metadata offer ${offered.map(String).join(', ').slice(0, 80)} for client assertions`,
          'register an RSA key, whose assertions are RS256, if the token endpoint refuses the client',
        ),
      ]

/** Whether the provider accepts the client: then all it finds wrong is the code. */
export const clientIsAccepted = (reading: ClientReading): Line => {
  const { idKey, proofKey, outcome, isIdKnown } = reading
  if (typeof outcome === 'string')
    return problem(proofKey, outcome, 'look at the network and the metadata')
  const { status, error } = outcome
  switch (error) {
    case 'invalid_grant':
      return ok(proofKey, 'client authentication: accepted')
    case 'invalid_client':
      return problem(
        proofKey,
        'client authentication: refused (invalid_client)',
        isIdKnown
          ? `${idKey} is known there, so compare ${proofKey} with the registration; secrets and keys expire`
          : `compare ${idKey} and ${proofKey} with the registration; secrets and keys expire there`,
      )
    case 'unauthorized_client':
      return problem(
        idKey,
        'the client may not use authorization_code (unauthorized_client)',
        'register the grant types authorization_code and refresh_token',
      )
    default:
      return warning(
        proofKey,
        `client authentication: not told, the answer is ${status} ${error}`,
        'a login will show it: krr token',
      )
  }
}
