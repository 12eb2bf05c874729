import { stringAt } from '../evidence/json.ts'
import { parseJws } from '../evidence/jws.ts'
import type { ValueKind } from '../evidence/masking/pseudonym.ts'
import { parseJson } from '../evidence/message.ts'

/** Hears of each secret and personal value the moment it exists, so that nothing shows it. */
export type OnSecret = (kind: ValueKind, value: string) => void

const parameters: readonly (readonly [name: string, kind: ValueKind])[] = [
  ['code', 'code'],
  ['code_verifier', 'code_verifier'],
  ['code_challenge', 'code_verifier'],
  ['client_assertion', 'client_assertion'],
  ['client_secret', 'client secret'],
  ['request_uri', 'request_uri'],
  ['login_hint', 'login_hint'],
  ['state', 'state'],
  ['nonce', 'nonce'],
  ['session_state', 'sid'],
  ['access_token', 'access token'],
  ['refresh_token', 'refresh token'],
  ['id_token', 'ID token'],
  ['id_token_hint', 'ID token'],
  ['token', 'token'],
]

/** Makes the secrets among form or query parameters known. */
export const learnParameters = (sent: URLSearchParams, onSecret: OnSecret): void => {
  for (const [name, kind] of parameters)
    for (const value of sent.getAll(name)) if (value !== '') onSecret(kind, value)
}

/** Makes the tokens of a token response known, and the persons that its JWTs name. */
export const learnTokenResponse = (content: string, onSecret: OnSecret): void => {
  const response = parseJson(content)
  for (const [name, kind] of parameters) {
    const value = stringAt(response, name)
    if (value === undefined || value === '') continue
    onSecret(kind, value)
    learnClaims(value, onSecret)
  }
}

const personalClaims = ['sub', 'sid', 'pid', 'name'] as const

const learnClaims = (token: string, onSecret: OnSecret): void => {
  const jws = parseJws(token)
  if (jws === undefined) return
  const claims = parseJson(new TextDecoder().decode(jws.payload))
  for (const claim of personalClaims) {
    const value = stringAt(claims, claim)
    if (value !== undefined && value !== '') onSecret(claim, value)
  }
}
