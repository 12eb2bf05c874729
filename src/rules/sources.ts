/** A published document that rules stand on. `page` is its file under specs/pages/. */
export interface Source {
  readonly name: string
  readonly url: string
  readonly page: `${string}.md`
}

const rfc = (number: number): Source => ({
  name: `RFC ${number}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}`,
  page: `rfc${number}.md`,
})

/** Digdir's page of the user-specific API, as the user handed it over. */
export const BRUKERSPESIFIKT_OPPSLAG = {
  name: 'Oppslag ved innlogget bruker',
  url: 'https://docs.digdir.no/docs/Kontaktregisteret/Brukerspesifikt-oppslag_rest.html',
  page: 'brukerspesifikt-oppslag.md',
} as const satisfies Source

/** Digdir's table of the register's attributes and code lists. */
export const KRR_ATTRIBUTTER = {
  name: 'Attributter i KRR',
  url: 'https://docs.digdir.no/docs/Kontaktregisteret/krr_attributter.html',
  page: 'krr-attributter.md',
} as const satisfies Source

/** Digdir's concept catalogue: what is given out of a person in which state. */
export const BEGREP_PERSON = {
  name: 'Begrepskatalog: Person',
  url: 'https://docs.digdir.no/resources/begrep/oppslagstjenesten/Person.html',
  page: 'begrep-person.md',
} as const satisfies Source

/** Digdir's concept catalogue: the answer about the person logged in. */
export const BEGREP_HENT_PERSON_RESPONS = {
  name: 'Begrepskatalog: HentPersonRespons',
  url: 'https://docs.digdir.no/resources/begrep/oppslagstjenesten/HentPersonRespons.html',
  page: 'begrep-hent-person-respons.md',
} as const satisfies Source

const felles = (name: string): Source => ({
  name: `Begrepskatalog: ${name}`,
  url: `https://docs.digdir.no/resources/begrep/felles/${name}.html`,
  page: `begrep-${name.toLowerCase()}.md`,
})

/** Digdir's concept catalogue: the form of a member's value. */
export const BEGREP_EPOSTADRESSE = felles('epostadresse')
export const BEGREP_MOBILTELEFONNUMMER = felles('mobiltelefonnummer')
export const BEGREP_POSTKASSELEVERANDOERADRESSE = felles('postkasseleverandoerAdresse')
export const BEGREP_SPRAAK = felles('spraak')
export const BEGREP_X509_SERTIFIKAT = felles('x509Sertifikat')

/** Digdir's page of how old contact information may be, and what is given out of it. */
export const KRR_18MND = {
  name: '18-månedersregel',
  url: 'https://docs.digdir.no/docs/Kontaktregisteret/krr_18mnd.html',
  page: 'krr-18mnd.md',
} as const satisfies Source

/** Digdir's page of the machine-to-machine API, whose person is the same resource. */
export const OPPSLAGSTJENESTEN_REST = {
  name: 'Oppslagstjenesten REST',
  url: 'https://docs.digdir.no/docs/Kontaktregisteret/oppslagstjenesten_rest.html',
  page: 'oppslagstjenesten-rest.md',
} as const satisfies Source

/** Digdir's own module for confirming contact data, which shares the register's classes. */
export const DIGDIR_BEKREFT_KONTAKTINFO = {
  name: 'Digdir: idporten-bekreft-kontaktinfo',
  url: 'https://github.com/difi/idporten-bekreft-kontaktinfo',
  page: 'digdir-bekreft-kontaktinfo.md',
} as const satisfies Source

/** Digdir's own client of the register, in production use. */
export const DIGDIR_CLIENT = {
  name: 'Digdir: efm-service-registry',
  url: 'https://github.com/felleslosninger/efm-service-registry',
  page: 'digdir-client.md',
} as const satisfies Source

export const RFC_5280 = rfc(5280)
export const RFC_5789 = rfc(5789)
export const RFC_6749 = rfc(6749)
export const RFC_6750 = rfc(6750)
export const RFC_6797 = rfc(6797)
export const RFC_7009 = rfc(7009)
export const RFC_7515 = rfc(7515)
export const RFC_7517 = rfc(7517)
export const RFC_7518 = rfc(7518)
export const RFC_7519 = rfc(7519)
export const RFC_7636 = rfc(7636)
export const RFC_8414 = rfc(8414)
export const RFC_8725 = rfc(8725)
export const RFC_8259 = rfc(8259)
export const RFC_8996 = rfc(8996)
export const RFC_9110 = rfc(9110)
export const RFC_9111 = rfc(9111)
export const RFC_9207 = rfc(9207)
export const RFC_9325 = rfc(9325)
export const RFC_9457 = rfc(9457)

export const OIDC_CORE = {
  name: 'OpenID Connect Core 1.0',
  url: 'https://openid.net/specs/openid-connect-core-1_0.html',
  page: 'oidc-core.md',
} as const satisfies Source

export const OIDC_DISCOVERY = {
  name: 'OpenID Connect Discovery 1.0',
  url: 'https://openid.net/specs/openid-connect-discovery-1_0.html',
  page: 'oidc-discovery.md',
} as const satisfies Source

export const OPENAPI = {
  name: 'OpenAPI Specification 3.0.3',
  url: 'https://spec.openapis.org/oas/v3.0.3.html',
  page: 'openapi.md',
} as const satisfies Source

export const OWASP_ASVS = {
  name: 'OWASP ASVS 5.0',
  url: 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en',
  page: 'owasp-asvs.md',
} as const satisfies Source

const idporten = (subject: string, page: string): Source => ({
  name: `ID-porten: ${subject}`,
  url: `https://docs.digdir.no/docs/idporten/oidc/${page}`,
  page: `idporten-${page.replaceAll('_', '-')}.md`,
})

/** ID-porten's own pages. Of some no sentence is kept here: rules name them without a quote. */
export const IDPORTEN_AUTHORIZE = idporten('authorization', 'oidc_protocol_authorize')
export const IDPORTEN_PKCE = idporten('PKCE', 'oidc_func_pkce')
export const IDPORTEN_ID_TOKEN = idporten('ID token', 'oidc_protocol_id_token')
export const IDPORTEN_ACCESS_TOKEN = idporten('access token', 'oidc_protocol_access_token')
export const IDPORTEN_SCOPE = idporten('scopes', 'oidc_protocol_scope')
export const IDPORTEN_REVOKE = idporten('revocation', 'oidc_protocol_revoke')

/** Digdir's own integration tests of the person resource. */
export const DIGDIR_POSTMAN = {
  name: "Digdir's Postman collections",
  url: 'https://github.com/felleslosninger/eid-postman-test-collections',
  page: 'digdir-postman.md',
} as const satisfies Source

/** The one error of this API that was ever shown in public. */
export const DIGDIR_DOCS_ISSUE_53 = {
  name: 'felleslosninger/docs, issue 53',
  url: 'https://github.com/felleslosninger/docs/issues/53',
  page: 'digdir-docs-issue-53.md',
} as const satisfies Source

/** Digdir's own verification of KRR's signed answers. */
export const DIGDIR_EFM_COMMON = {
  name: "Digdir's eFormidling client (efm-common, JWTDecoder)",
  url: 'https://github.com/felleslosninger/efm-common',
  page: 'digdir-efm-common.md',
} as const satisfies Source
