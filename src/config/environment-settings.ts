import { documentUrl, hostNames, issuerUrl, redirectUri, resourceUrl } from './address.ts'
import { type LoginMethod, loginMethods, userScopes } from './environment.ts'
import {
  booleanWord,
  calendarDay,
  certificateFile,
  integer,
  oneOf,
  organisationNumber,
  personidentifikator,
  privateJwk,
  secretText,
  sha256,
  someOf,
  someOfOrNone,
  token,
} from './forms.ts'
import type { Setting, ValuesOf } from './setting.ts'

const expectations = ['epostadresse', 'mobiltelefonnummer', 'digital_post', 'sertifikat'] as const

const languages = ['nb', 'nn', 'en', 'se'] as const

// A synthetic number that Digdir's pages give as their example.
const example = '20914695016'

const further = (state: string) =>
  ({
    meaning: `a further test user: ${state}`,
    form: personidentifikator,
    sensitivity: 'personal',
    remark: 'none; built in for reference and sandbox',
    example,
  }) as const satisfies Setting<string>

/** The keys of one environment that are about its test users. */
const personSettings = {
  PID: {
    meaning: "the main test user's personidentifikator; with LOGIN=operator it is the ID token's",
    form: personidentifikator,
    sensitivity: 'personal',
    remark: 'none; built in for reference and sandbox',
    example,
  },
  EXPECT: {
    meaning:
      'what the main test user has; none: nothing of the four. A run in which the test user comes back without it, or as SLETTET or IKKE_REGISTRERT, fails',
    form: someOfOrNone(expectations, { name: 'commas', pattern: /\s*,\s*/ }),
    sensitivity: 'public',
    default: expectations.join(','),
    example: 'epostadresse,mobiltelefonnummer',
  },
  SPRAAK: {
    meaning: "the test user's home language: restored to when no journal says otherwise",
    form: oneOf(languages),
    sensitivity: 'personal',
    remark: 'none',
    example: 'nb',
  },
  PID_RESERVED: further('reserved against digital communication'),
  PID_DELETED: further('deleted from the register'),
  PID_EXPIRED: further('with contact information older than 18 months'),
  PID_UNREGISTERED: further('not in the register'),
  PID_MAIL_ONLY: further('with an e-mail address only'),
  PID_MOBILE_ONLY: further('with a mobile number only'),
  PID_NO_MAILBOX: further('without a digital mailbox'),
} as const satisfies Readonly<Record<string, Setting<unknown>>>

const acrValues = ['low', 'substantial', 'high'].flatMap((level) => [
  `idporten-loa-${level}`,
  `eidas-loa-${level}`,
])

/** The keys of one environment, without their `KRR_<NAME>_` (product interface, part 2). */
export const environmentSettings = {
  API_URL: {
    meaning: "the person resource's whole URL",
    form: resourceUrl,
    sensitivity: 'public',
    remark: 'built in for reference, sandbox, test and prod',
    example: 'https://test.kontaktregisteret.no/rest/v1/person',
  },
  ISSUER: {
    meaning: "ID-porten's issuer",
    form: issuerUrl,
    sensitivity: 'public',
    remark: 'built in for reference, sandbox, test and prod',
    example: 'https://test.idporten.no',
  },
  SPEC_URL: {
    meaning: 'the published OpenAPI document',
    form: documentUrl,
    sensitivity: 'public',
    remark: "from the Swagger UI's configuration, else /v3/api-docs on the API's origin",
    example: 'https://test.kontaktregisteret.no/v3/api-docs',
  },
  CLIENT_ID: {
    meaning: 'the OAuth client',
    form: token('the id of a client registered with ID-porten, without spaces'),
    sensitivity: 'public',
    remark: 'none; built in for reference and sandbox',
    example: '00000000-0000-4000-8000-000000000000',
  },
  CLIENT_SECRET: {
    meaning: "the client's secret (or CLIENT_JWK)",
    form: secretText("the client's secret, in printable characters"),
    sensitivity: 'secret',
    remark: 'none; built in for reference and sandbox',
    example: 'an-example-secret',
  },
  CLIENT_JWK: {
    meaning: "the client's private key, for private_key_jwt (or CLIENT_SECRET)",
    form: privateJwk,
    sensitivity: 'secret',
    remark: 'none',
    example: 'client.jwk.json',
  },
  SCOPES: {
    meaning:
      'the krr:user/* scopes that the client is registered for: only these are asked for, and rules on the others are not applicable by declaration',
    form: someOf(userScopes, { name: 'commas', pattern: /\s*,\s*/ }),
    sensitivity: 'public',
    default: userScopes.join(','),
    example: 'krr:user/kontaktinformasjon.read,krr:user/spraak.write',
  },
  CLIENT_SECRET_EXPIRES: {
    meaning:
      "the last day of the client's secret or key, which no answer tells: the doctor and the page of all environments remind of it",
    form: calendarDay,
    sensitivity: 'public',
    remark: 'none',
    example: '2027-06-30',
  },
  REDIRECT_URI: {
    meaning: 'the redirect URI as it is registered; nothing needs to listen there',
    form: redirectUri,
    sensitivity: 'public',
    default: 'http://localhost:3000/callback',
    remark: 'in production none',
    example: 'http://localhost:3000/callback',
  },
  ...personSettings,
  LOGIN: {
    meaning:
      'how the test user logs in: testid and minid in a browser, headless by login_hint without one, operator by a person in a window or by pasting an address',
    form: oneOf<LoginMethod>(loginMethods),
    sensitivity: 'public',
    default: 'testid',
    remark: 'in production operator, and nothing else is accepted there',
    example: 'headless',
  },
  LOGIN_HOSTS: {
    meaning:
      "further hosts of the login's pages and endpoints; number, password, client secret and code are sent to no other",
    form: hostNames,
    sensitivity: 'public',
    remark: "the issuer's; ID-porten's own are known",
    example: 'login.idporten.example,testid.idporten.example',
  },
  STEP_SECONDS: {
    meaning: 'how long a page of the login may take to answer',
    form: integer(1, 300),
    sensitivity: 'public',
    default: '30',
    remark: 'for reference and sandbox 10',
    example: '30',
  },
  MINID_PASSWORD: {
    meaning: "the test user's MinID password, for LOGIN=minid",
    form: secretText("the test user's MinID password, in printable characters"),
    sensitivity: 'secret',
    remark: 'none',
    example: 'an-example-password',
  },
  MINID_OTC: {
    meaning: "the test user's one-time code, for LOGIN=minid",
    form: secretText("the test user's MinID one-time code, in printable characters"),
    sensitivity: 'secret',
    remark: 'none',
    example: '12345',
  },
  ACR: {
    meaning: 'the requested acr_values',
    form: someOf(acrValues, { name: 'spaces', pattern: /\s+/ }),
    sensitivity: 'public',
    default: 'idporten-loa-substantial',
    example: 'idporten-loa-high',
  },
  ALLOW_WRITE: {
    meaning:
      'whether unsafe methods may be used; in production --confirm-national-register is needed too',
    form: booleanWord,
    sensitivity: 'public',
    default: 'false',
    remark: 'for reference, sandbox and test true',
    example: 'true',
  },
  CA: {
    meaning: 'further roots trusted for TLS to this environment; checking is never switched off',
    form: certificateFile,
    sensitivity: 'public',
    remark: 'none; built in for reference and sandbox',
    example: 'ca.pem',
  },
  TRUST_ANCHORS: {
    meaning: 'roots that the JWS signing certificate must lead to',
    form: certificateFile,
    sensitivity: 'public',
    remark: 'none; built in for reference and sandbox',
    example: 'trust-anchors.pem',
  },
  JWS_PIN: {
    meaning: "SHA-256 of the JWS signing key's SPKI",
    form: sha256,
    sensitivity: 'public',
    remark: 'none',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
  JWS_ORGNR: {
    meaning: 'the organisation number expected in the JWS signing certificate',
    form: organisationNumber,
    sensitivity: 'public',
    default: '991825827',
    example: '991825827',
  },
  EXPIRY_WAIT_SECONDS: {
    meaning:
      'how long a run may go on, once all else is judged, until its first token has expired (KRR-AUTH-004)',
    form: integer(0, 7200),
    sensitivity: 'public',
    default: '0',
    example: '180',
  },
  MAX_REQUESTS_PER_SECOND: {
    meaning: 'the most requests sent in a second',
    form: integer(1, 1000),
    sensitivity: 'public',
    default: '10',
    remark: 'for reference and sandbox unlimited',
    example: '10',
  },
} as const satisfies Readonly<Record<string, Setting<unknown>>>

/** A key of one environment, without its `KRR_<NAME>_`. */
export type EnvironmentKey = keyof typeof environmentSettings

/** The values of one environment's keys. */
export type EnvironmentValues = ValuesOf<typeof environmentSettings>
