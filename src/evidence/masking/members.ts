import type { ValueKind } from './pseudonym.ts'

/** Member, claim and parameter names whose values are secrets or the person, wherever they stand. */
const sensitiveNames: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
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

/** Names of a person's own data beside those of the contract, as other interfaces and other languages have them. */
const personalNames: readonly (readonly [ValueKind, string])[] = [
  [
    'name',
    `fornavn mellomnavn etternavn slektsnavn kallenavn personnavn fulltnavn fullname givenname firstname middlename
     familyname lastname surname nickname displayname preferredusername`,
  ],
  [
    'pid',
    `fnr dnr fodselsnummer foedselsnummer fødselsnummer personnummer identitetsnummer identifikasjonsnummer
     nationalid nationalidentitynumber ssn`,
  ],
  [
    'date of birth',
    'birthdate birthday dateofbirth dob fodselsdato foedselsdato fødselsdato fodt foedt født',
  ],
  [
    'address',
    `adresse address streetaddress gateadresse postadresse bostedsadresse postnummer postnr poststed postalcode zipcode
     locality region formatted`,
  ],
  ['epostadresse', 'epost epostadresser mail emailaddress mailaddress'],
  [
    'mobiltelefonnummer',
    'mobil mobile mobilnummer mobilnr telefon telefonnummer telefonnr tlf phone phonenumber mobilephone msisdn',
  ],
  ['postkasseadresse', 'postkasse mailbox'],
  ['string', 'gender kjonn kjoenn kjønn picture'],
]

/** Without case, marks between words, and what else differs between ways to write a name. */
const bareName = (name: string): string => name.toLowerCase().replace(/[_.\s-]/g, '')

const byBareName: ReadonlyMap<string, ValueKind> = new Map([
  ...personalNames.flatMap(([kind, names]) =>
    names.split(/\s+/).map((name) => [name, kind] as const),
  ),
  ...[...sensitiveNames].map(([name, kind]) => [bareName(name), kind] as const),
])

/** What the value of a member, claim or parameter is by its name, or undefined where that says nothing. */
export const kindOf = (name: string): ValueKind | undefined =>
  sensitiveNames.get(name.toLowerCase()) ?? byBareName.get(bareName(name))

const personalKinds: ReadonlySet<ValueKind> = new Set([
  ...['pid', 'date of birth', 'address', 'epostadresse', 'mobiltelefonnummer'],
  ...['postkasseadresse', 'password', 'client secret', 'access token', 'refresh token', 'ID token'],
] as const satisfies readonly ValueKind[])

/** Whether the name stands for a person's data or a secret in plain words too: `state` and `name` do not. */
export const isPersonal = (name: string): boolean => {
  const kind = kindOf(name)
  return (
    kind !== undefined && (personalKinds.has(kind) || (kind === 'name' && !/^name$/i.test(name)))
  )
}

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

/** Members of a person whose values are shown where they look like what belongs there. */
export const isPlainMember = (name: string, production: boolean): boolean =>
  name === 'status' ||
  name === 'postkasseleverandoeradresse' ||
  (!production && (codes.has(name) || timestamp.test(name)))

/** Words of the contract's codes, and of those that a server may have in their place. */
const codeWords: ReadonlySet<string> = new Set(
  `aktiv slettet ikke registrert ja nei kan varsles reservert inaktiv utgått død doed ukjent sperret true false null none
   undefined yes no active inactive deleted registered not unknown reserved unregistered expired ok unset is can be
   notified y n j`.split(/\s+/),
)
/** ISO 639, as far as it is likely here. */
const languages: ReadonlySet<string> = new Set(
  `nb nn no en se nob nno nor eng sme smj sma smi da sv fi de fr es it nl pl ru uk ar so ti ur fa tr lt lv et is dan swe
   fin deu ger fra fre spa und mul zxx bokmål bokmaal nynorsk norsk engelsk samisk`.split(/\s+/),
)

const isCode = (value: string): boolean =>
  value.length <= 40 &&
  value
    .replace(/(?<=[a-zæøå])(?=[A-ZÆØÅ])/g, ' ')
    .toLowerCase()
    .split(/[\s_-]+/)
    .every((word) => word === '' || codeWords.has(word))

const isLanguage = (value: string): boolean =>
  isCode(value) ||
  (/^\s*[a-zæøå]{2,8}(?:[-_][a-z]{2,4})?\s*$/i.test(value) &&
    languages.has(value.trim().toLowerCase().split(/[-_]/)[0] ?? ''))

/** A time of this century, in whatever form, or the epoch's beginning. */
const isTime = (value: string): boolean => times.some((form) => form.test(value.trim()))

const times = [
  /^(?:20\d\d|1970)-?(?:0\d|1[0-2])-?[0-3]\d(?:[Tt ][\d:.,]{0,18} ?(?:Z|z|[+-][\d:]{2,5})?)?$/,
  /^[0-3]\d[./-](?:0\d|1[0-2])[./-]20\d\d(?: [\d:.]{0,12})?$/,
  /^1[5-9]\d{8}(?:\d{3})?(?:\.\d{1,9})?$/,
]

const isOrganisation = (value: string): boolean => /^(?:\d{4}:)?\d{9}$/.test(value)
const isAddress = (value: string): boolean => /^https?:\/\//.test(value)
const isScope = (value: string): boolean =>
  value
    .split(/\s+/)
    .every((one) => /^(?:openid|profile|offline_access|)$|^[a-z]+:[\w/.:-]+$/.test(one))

/** Registered claims of a JWS payload that tell nothing of the person, with what belongs there. */
const claims: Readonly<Record<string, (value: string) => boolean>> = {
  iss: isAddress,
  aud: (value) => isAddress(value) || /^(?=.*[a-z])[\w.:-]*[\d:_-][\w.:-]*$/.test(value),
  exp: isTime,
  iat: isTime,
  nbf: isTime,
  acr: (value) => /^(?:[a-z]+-loa-[a-z-]+|level\d|[0-4])$/i.test(value),
  amr: (value) =>
    /^(?:testid|minid|bankid|buypass|commfides|eid[a-z-]*|eidas|face|fpt|hwk|mca|mfa|otp|pin|pop|pwd|sc|sms|swk|tel|user|vbm)(?:[ -](?:mobil|app|otc|otp|sms|pin|passport|mobile))*$/i.test(
      value,
    ),
  scope: isScope,
}

export const plainClaims: ReadonlySet<string> = new Set(Object.keys(claims))

/** Whether the value of a plain member or claim looks like what belongs there; anything else may be anything. */
export const isPlainValue = (name: string, value: string): boolean => {
  if (value.trim() === '') return true
  if (/^-?\d{1,5}(?:\.\d{1,3})?$/.test(value)) return true
  if (name === 'spraak') return isLanguage(value)
  if (name === 'postkasseleverandoeradresse') return isOrganisation(value)
  if (timestamp.test(name)) return isTime(value)
  return claims[name]?.(value) ?? isCode(value)
}

/** Names of the contract in another case, and what is written as names of members are: `land`, `sist_endret`, `sistEndret`. */
export const isMemberName = (name: string): boolean =>
  name.length <= 60 &&
  !/\d{6}/.test(name) &&
  (/^[$@]?[a-zæøå][a-zæøå\d]*(?:[A-Z][a-z\d]+)*(?:[_-][a-zæøå\d]+)*(?:#S256)?$/.test(name) ||
    contractNames.has(bareName(name)) ||
    plainClaims.has(name))

const contractNames: ReadonlySet<string> = new Set(
  `personidentifikator reservasjon reservasjonstidspunkt reservasjonoppdatert status varslingsstatus kontaktinformasjon
   epostadresse epostadresseoppdatert epostadressesistverifisert epostadressesistvalidert epostadresseduplisert
   mobiltelefonnummer mobiltelefonnummeroppdatert mobiltelefonnummersistverifisert mobiltelefonnummersistvalidert
   mobiltelefonnummerduplisert digitalpost postkasseadresse postkasseleverandoeradresse sertifikat spraak
   spraakoppdatert`.split(/\s+/),
)

/** Error codes of OAuth and OpenID Connect: an `error` that is none of them may be anything. */
export const oauthErrors: ReadonlySet<string> = new Set(
  `invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type invalid_scope access_denied
   unsupported_response_type server_error temporarily_unavailable interaction_required login_required
   account_selection_required consent_required invalid_request_uri invalid_request_object request_not_supported
   request_uri_not_supported registration_not_supported invalid_token insufficient_scope invalid_target
   unmet_authentication_requirements unsupported_token_type use_dpop_nonce invalid_dpop_proof invalid_redirect_uri
   invalid_client_metadata`.split(/\s+/),
)

const isGrant = (value: string): boolean =>
  /^(?:authorization_code|refresh_token|client_credentials|implicit|password|urn:[\w:.-]+)$/.test(
    value,
  )

/** Query and form parameters whose values are shown, with what belongs there. */
const parameters: Readonly<Record<string, (value: string) => boolean>> = {
  response_type: (value) => /^(?:code|token|id_token|none| )*$/.test(value),
  response_mode: (value) =>
    /^(?:query|fragment|form_post|query\.jwt|form_post\.jwt|jwt)$/.test(value),
  scope: isScope,
  redirect_uri: isAddress,
  client_id: () => true,
  code_challenge_method: (value) => /^(?:S256|plain)$/.test(value),
  acr_values: (value) => /^(?:[a-z]+-loa-[a-z-]+|level\d|\s)*$/i.test(value),
  prompt: (value) => /^(?:none|login|consent|select_account| )*$/.test(value),
  ui_locales: (value) => value.split(' ').every(isLanguage),
  grant_type: isGrant,
  client_assertion_type: isGrant,
  token_type_hint: (value) => /^(?:access_token|refresh_token)$/.test(value),
  iss: isAddress,
  error: (value) => oauthErrors.has(value),
  resource: isAddress,
}

export const isPlainParameter = (name: string, value: string): boolean =>
  parameters[name]?.(value) ?? false

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
