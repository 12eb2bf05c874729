import type { PageOfSentences } from './sentence.ts'
import {
  fellesEpostadresse,
  fellesInformasjonsbehov,
  fellesMobiltelefonnummer,
  fellesPersonidentifikator,
  fellesPostkasseadresse,
  fellesPostkasseleverandoerAdresse,
  fellesReservasjon,
  fellesSistOppdatert,
  fellesSistVerifisert,
  fellesSpraak,
  fellesVarslingsstatus,
  fellesX509Sertifikat,
} from './sentences/begrep-felles.ts'
import { begrepHentPersonForespoersel } from './sentences/begrep-hent-person-forespoersel.ts'
import { begrepHentPersonRespons } from './sentences/begrep-hent-person-respons.ts'
import {
  oppslagEpostadresse,
  oppslagKontaktinformasjon,
  oppslagMobiltelefonnummer,
  oppslagSertifikat,
  oppslagSikkerDigitalPostAdresse,
} from './sentences/begrep-oppslagstjenesten.ts'
import { begrepPerson } from './sentences/begrep-person.ts'
import { brukerspesifiktOppslag } from './sentences/brukerspesifikt-oppslag.ts'
import { brukerspesifiktOppslagLater } from './sentences/brukerspesifikt-oppslag-2023-11.ts'
import { digdirBekreftKontaktinfo } from './sentences/digdir-bekreft-kontaktinfo.ts'
import { digdirClient } from './sentences/digdir-client.ts'
import { digdirIssue53 } from './sentences/digdir-docs-issue-53.ts'
import { digdirEfmCommon } from './sentences/digdir-efm-common.ts'
import { digdirPostman } from './sentences/digdir-postman.ts'
import { idportenOauth2 } from './sentences/idporten-oidc-auth-oauth2.ts'
import { idportenAud } from './sentences/idporten-oidc-func-aud.ts'
import { idportenClientReg } from './sentences/idporten-oidc-func-clientreg.ts'
import { idportenPkce } from './sentences/idporten-oidc-func-pkce.ts'
import { idportenWellKnown } from './sentences/idporten-oidc-func-wellknown.ts'
import { idportenAccessToken } from './sentences/idporten-oidc-protocol-access-token.ts'
import { idportenAuthorize } from './sentences/idporten-oidc-protocol-authorize.ts'
import { idportenIdToken } from './sentences/idporten-oidc-protocol-id-token.ts'
import { idportenRevoke } from './sentences/idporten-oidc-protocol-revoke.ts'
import { idportenScope } from './sentences/idporten-oidc-protocol-scope.ts'
import { idportenToken } from './sentences/idporten-oidc-protocol-token.ts'
import { krr18Months } from './sentences/krr-18mnd.ts'
import { krrArkitektur } from './sentences/krr-arkitektur.ts'
import { krrAttributter } from './sentences/krr-attributter.ts'
import { krrBrukerprofil } from './sentences/krr-brukerprofil.ts'
import { krrScopes } from './sentences/krr-scopes.ts'
import { krrTestbrukere } from './sentences/krr-testbrukere.ts'
import { krrTokenRequest } from './sentences/krr-token-request.ts'
import { krrUtfasaEndepunkt } from './sentences/krr-utfasa-endepunkt.ts'
import { oidcCore } from './sentences/oidc-core.ts'
import { oidcDiscovery } from './sentences/oidc-discovery.ts'
import { openapi } from './sentences/openapi.ts'
import { oppslagstjenestenRest } from './sentences/oppslagstjenesten-rest.ts'
import { owaspAsvs } from './sentences/owasp-asvs.ts'
import { rfc5280 } from './sentences/rfc5280.ts'
import { rfc5789 } from './sentences/rfc5789.ts'
import { rfc6749 } from './sentences/rfc6749.ts'
import { rfc6750 } from './sentences/rfc6750.ts'
import { rfc6797 } from './sentences/rfc6797.ts'
import { rfc7009 } from './sentences/rfc7009.ts'
import { rfc7515 } from './sentences/rfc7515.ts'
import { rfc7517 } from './sentences/rfc7517.ts'
import { rfc7518 } from './sentences/rfc7518.ts'
import { rfc7519 } from './sentences/rfc7519.ts'
import { rfc7636 } from './sentences/rfc7636.ts'
import { rfc8259 } from './sentences/rfc8259.ts'
import { rfc8414 } from './sentences/rfc8414.ts'
import { rfc8725 } from './sentences/rfc8725.ts'
import { rfc8996 } from './sentences/rfc8996.ts'
import { rfc9110 } from './sentences/rfc9110.ts'
import { rfc9111 } from './sentences/rfc9111.ts'
import { rfc9207 } from './sentences/rfc9207.ts'
import { rfc9325 } from './sentences/rfc9325.ts'
import { rfc9457 } from './sentences/rfc9457.ts'

/** Every source, Digdir's own pages first, then ID-porten's, Digdir's tests and clients, and the standards. */
export const register: readonly PageOfSentences[] = [
  brukerspesifiktOppslag,
  brukerspesifiktOppslagLater,
  krrAttributter,
  krr18Months,
  krrArkitektur,
  begrepPerson,
  begrepHentPersonRespons,
  begrepHentPersonForespoersel,
  oppslagKontaktinformasjon,
  oppslagEpostadresse,
  oppslagMobiltelefonnummer,
  oppslagSertifikat,
  oppslagSikkerDigitalPostAdresse,
  fellesPersonidentifikator,
  fellesReservasjon,
  fellesSpraak,
  fellesVarslingsstatus,
  fellesEpostadresse,
  fellesMobiltelefonnummer,
  fellesPostkasseadresse,
  fellesPostkasseleverandoerAdresse,
  fellesSistOppdatert,
  fellesSistVerifisert,
  fellesX509Sertifikat,
  fellesInformasjonsbehov,
  oppslagstjenestenRest,
  krrTestbrukere,
  krrUtfasaEndepunkt,
  krrTokenRequest,
  krrScopes,
  krrBrukerprofil,
  idportenOauth2,
  idportenWellKnown,
  idportenAuthorize,
  idportenPkce,
  idportenToken,
  idportenIdToken,
  idportenAccessToken,
  idportenAud,
  idportenScope,
  idportenRevoke,
  idportenClientReg,
  digdirPostman,
  digdirIssue53,
  digdirClient,
  digdirEfmCommon,
  digdirBekreftKontaktinfo,
  rfc5280,
  rfc5789,
  rfc6749,
  rfc6750,
  rfc6797,
  rfc7009,
  rfc7515,
  rfc7517,
  rfc7518,
  rfc7519,
  rfc7636,
  rfc8414,
  rfc8725,
  rfc8259,
  rfc8996,
  rfc9110,
  rfc9111,
  rfc9207,
  rfc9325,
  openapi,
  rfc9457,
  oidcCore,
  oidcDiscovery,
  owaspAsvs,
]
