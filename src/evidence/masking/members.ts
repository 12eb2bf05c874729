import type { ValueKind } from './pseudonym.ts'

/** Member, claim and parameter names whose values are secrets or the person, wherever they stand. */
export const sensitiveNames: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['access_token', 'access token'],
  ['refresh_token', 'refresh token'],
  ['id_token', 'ID token'],
  ['id_token_hint', 'ID token'],
  ['token', 'token'],
  ['code', 'code'],
  ['code_verifier', 'code_verifier'],
  ['code_challenge', 'code_verifier'],
  ['client_assertion', 'client_assertion'],
  ['client_secret', 'client secret'],
  ['request_uri', 'request_uri'],
  ['request', 'token'],
  ['login_hint', 'login_hint'],
  ['password', 'password'],
  ['otc', 'one-time code'],
  ['state', 'state'],
  ['nonce', 'nonce'],
  ['jti', 'string'],
  ['personidentifikator', 'pid'],
  ['pid', 'pid'],
  ['sub', 'sub'],
  ['sid', 'sid'],
  ['name', 'name'],
  ['navn', 'name'],
  ['epostadresse', 'epostadresse'],
  ['email', 'epostadresse'],
  ['mobiltelefonnummer', 'mobiltelefonnummer'],
  ['phone_number', 'mobiltelefonnummer'],
  ['postkasseadresse', 'postkasseadresse'],
  ['sertifikat', 'sertifikat'],
])

/**
 * Members of a person whose values come from a list of a few: outside production they say nothing of who it is. In
 * production they are masked without a pseudonym, for what stands for `en` in a request would say it of the person too.
 */
export const codes: ReadonlySet<string> = new Set([
  'spraak',
  'reservasjon',
  'varslingsstatus',
  'epostadresse_duplisert',
  'mobiltelefonnummer_duplisert',
])
const timestamp = /(_oppdatert|_verifisert|_validert|tidspunkt)$/

/** Members of a person whose values are shown; every other string in a person is masked. */
export const isPlainMember = (name: string, production: boolean): boolean =>
  name === 'status' ||
  name === 'postkasseleverandoeradresse' ||
  (!production && (codes.has(name) || timestamp.test(name)))

/** Registered claims of a JWS payload that tell nothing of the person. */
export const plainClaims = new Set(['iss', 'aud', 'exp', 'iat', 'nbf', 'acr', 'amr', 'scope'])

/** Query and form parameters whose values are shown. */
export const plainParameters = new Set([
  'response_type',
  'response_mode',
  'scope',
  'redirect_uri',
  'client_id',
  'code_challenge_method',
  'acr_values',
  'prompt',
  'ui_locales',
  'grant_type',
  'client_assertion_type',
  'token_type_hint',
  'iss',
  'error',
  'resource',
])

/** Fields whose values would let a guess be confirmed, or that are secrets altogether. */
export const unrecordedFields = new Set([
  'etag',
  'if-match',
  'if-none-match',
  'digest',
  'content-digest',
  'repr-digest',
  'content-md5',
  'signature',
])
