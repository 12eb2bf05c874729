import type { Source } from '../rules/sources.ts'

const kontaktregisteret = (name: string, page: string): Source => ({
  name,
  url: `https://docs.digdir.no/docs/Kontaktregisteret/${page}.html`,
  page: `${page.replaceAll('_', '-')}.md`,
})

const begrep = (folder: string, name: string, page: string): Source => ({
  name: `Begrepskatalog: ${name}`,
  url: `https://docs.digdir.no/resources/begrep/${folder}/${name}.html`,
  page: `${page}.md`,
})

const felles = (name: string): Source => begrep('felles', name, `begrep-${name.toLowerCase()}`)

const oppslag = (name: string): Source =>
  begrep('oppslagstjenesten', name, `begrep-oppslagstjenesten-${name.toLowerCase()}`)

const idporten = (subject: string, page: string): Source => ({
  name: `ID-porten: ${subject}`,
  url: `https://docs.digdir.no/docs/idporten/oidc/${page}`,
  page: `idporten-${page.replaceAll('_', '-')}.md`,
})

/** The page of the user-specific API as it was left a month after the version that was handed over. */
export const BRUKERSPESIFIKT_OPPSLAG_LATER = {
  name: 'Oppslag ved innlogget bruker, as of November 2023',
  url: 'https://docs.digdir.no/docs/Kontaktregisteret/Brukerspesifikt-oppslag_rest.html',
  page: 'brukerspesifikt-oppslag-2023-11.md',
} as const satisfies Source

/** Digdir's pages that no rule cites: the register says what becomes of their sentences. */
export const KRR_ARKITEKTUR = kontaktregisteret('Arkitektur', 'krr_arkitektur')
export const KRR_TESTBRUKERE = kontaktregisteret('KRR testbrukere', 'krr_testbrukere')
export const KRR_UTFASA_ENDEPUNKT = kontaktregisteret('Utfasede endepunkt', 'krr_utfasa_endepunkt')
export const KRR_TOKEN_REQUEST = kontaktregisteret('Token-forespørsel', 'krr_token_request')
export const KRR_SCOPES = kontaktregisteret('Integrasjonstype og scopes', 'krr_scopes')
export const KRR_BRUKERPROFIL = kontaktregisteret('Endre kontaktopplysninger', 'krr_brukerprofil')

export const BEGREP_HENT_PERSON_FORESPOERSEL = begrep(
  'oppslagstjenesten',
  'HentPersonForespoersel',
  'begrep-hent-person-forespoersel',
)
export const BEGREP_KONTAKTINFORMASJON = oppslag('Kontaktinformasjon')
export const BEGREP_EPOSTADRESSE_TYPE = oppslag('Epostadresse')
export const BEGREP_MOBILTELEFONNUMMER_TYPE = oppslag('Mobiltelefonnummer')
export const BEGREP_SERTIFIKAT = oppslag('Sertifikat')
export const BEGREP_SIKKER_DIGITAL_POST_ADRESSE = oppslag('SikkerDigitalPostAdresse')

export const BEGREP_PERSONIDENTIFIKATOR = felles('personidentifikator')
export const BEGREP_RESERVASJON = felles('reservasjon')
export const BEGREP_VARSLINGSSTATUS = felles('varslingsstatus')
export const BEGREP_POSTKASSEADRESSE = felles('postkasseadresse')
export const BEGREP_SIST_OPPDATERT = felles('sistOppdatert')
export const BEGREP_SIST_VERIFISERT = felles('sistVerifisert')
export const BEGREP_INFORMASJONSBEHOV = felles('informasjonsbehov')

export const IDPORTEN_OAUTH2 = idporten('brukerstyrt datadeling', 'oidc_auth_oauth2')
export const IDPORTEN_WELLKNOWN = idporten('well-known', 'oidc_func_wellknown')
export const IDPORTEN_TOKEN = idporten('token endpoint', 'oidc_protocol_token')
export const IDPORTEN_AUD = idporten('audience', 'oidc_func_aud')
export const IDPORTEN_CLIENTREG = idporten('client registration', 'oidc_func_clientreg')
