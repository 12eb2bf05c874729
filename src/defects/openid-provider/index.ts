import type { Defect } from '../defect.ts'
import { accessTokenHasAScopeOfItsOwn } from './access-token-has-a-scope-of-its-own.ts'
import { accessTokenIsOfAnotherIssuer } from './access-token-is-of-another-issuer.ts'
import { accessTokenIsOfAnotherPerson } from './access-token-is-of-another-person.ts'
import { accessTokenNamesAnotherClient } from './access-token-names-another-client.ts'
import { accessTokenOutlivesExpiresIn } from './access-token-outlives-expires-in.ts'
import { acrIsBelowTheLevelRequested } from './acr-is-below-the-level-requested.ts'
import { acrIsMissing } from './acr-is-missing.ts'
import { acrIsOfTheFormerScale } from './acr-is-of-the-former-scale.ts'
import { anyCodeVerifierIsAccepted } from './any-code-verifier-is-accepted.ts'
import { codeFlowIsNotOffered } from './code-flow-is-not-offered.ts'
import { codeGrantIsNotOffered } from './code-grant-is-not-offered.ts'
import { contactScopeIsGrantedUnasked } from './contact-scope-is-granted-unasked.ts'
import { expiresInIsAString } from './expires-in-is-a-string.ts'
import { expiresInIsMissing } from './expires-in-is-missing.ts'
import { expiresInIsNegative } from './expires-in-is-negative.ts'
import { expiresInIsZero } from './expires-in-is-zero.ts'
import { idTokenHasExpired } from './id-token-has-expired.ts'
import { idTokenHasNoIat } from './id-token-has-no-iat.ts'
import { idTokenIsForAnotherClient } from './id-token-is-for-another-client.ts'
import { idTokenIsIssuedInAnHour } from './id-token-is-issued-in-an-hour.ts'
import { idTokenIsNotSigned } from './id-token-is-not-signed.ts'
import { idTokenIsOfAnotherIssuer } from './id-token-is-of-another-issuer.ts'
import { idTokenKeyIsUnknown } from './id-token-key-is-unknown.ts'
import { idTokenLivesForTenMinutes } from './id-token-lives-for-ten-minutes.ts'
import { idTokenNonceIsAnother } from './id-token-nonce-is-another.ts'
import { idTokenSignatureIsBroken } from './id-token-signature-is-broken.ts'
import { issIsAnotherIssuer } from './iss-is-another-issuer.ts'
import { issIsMissing } from './iss-is-missing.ts'
import { issuerEndsWithASlash } from './issuer-ends-with-a-slash.ts'
import { issuerIsMissing } from './issuer-is-missing.ts'
import { jwksUriIsMissing } from './jwks-uri-is-missing.ts'
import { kidOccursTwice } from './kid-occurs-twice.ts'
import { languageScopeIsGrantedUnasked } from './language-scope-is-granted-unasked.ts'
import { mailboxScopeIsNotGranted } from './mailbox-scope-is-not-granted.ts'
import { misusedCodeIsCalledInvalidRequest } from './misused-code-is-called-invalid-request.ts'
import { pidIsAnotherPersons } from './pid-is-another-persons.ts'
import { pidIsMissing } from './pid-is-missing.ts'
import { pkceIsNotMentioned } from './pkce-is-not-mentioned.ts'
import { privateKeyIsPublished } from './private-key-is-published.ts'
import { rsaKeyHas1024Bits } from './rsa-key-has-1024-bits.ts'
import { s256IsNotOffered } from './s256-is-not-offered.ts'
import { silentRequestIsShownTheLogin } from './silent-request-is-shown-the-login.ts'
import { spentCodeIsAccepted } from './spent-code-is-accepted.ts'
import { stateIsInLowerCase } from './state-is-in-lower-case.ts'
import { stateIsMissing } from './state-is-missing.ts'
import { symmetricKeyIsPublished } from './symmetric-key-is-published.ts'
import { tokenResponseIs201 } from './token-response-is-201.ts'
import { tokenResponseMayBeCached } from './token-response-may-be-cached.ts'
import { tokenTypeIsMac } from './token-type-is-mac.ts'
import { userinfoEndpointIsPlainHttp } from './userinfo-endpoint-is-plain-http.ts'

/** Faults of ID-porten itself, each met by a login. */
export const openIdProviderDefects = [
  issuerEndsWithASlash,
  issuerIsMissing,
  s256IsNotOffered,
  pkceIsNotMentioned,
  codeFlowIsNotOffered,
  userinfoEndpointIsPlainHttp,
  privateKeyIsPublished,
  symmetricKeyIsPublished,
  rsaKeyHas1024Bits,
  stateIsMissing,
  stateIsInLowerCase,
  issIsMissing,
  issIsAnotherIssuer,
  tokenTypeIsMac,
  tokenResponseMayBeCached,
  tokenResponseIs201,
  idTokenSignatureIsBroken,
  idTokenIsNotSigned,
  idTokenKeyIsUnknown,
  idTokenIsOfAnotherIssuer,
  idTokenIsForAnotherClient,
  idTokenHasExpired,
  idTokenIsIssuedInAnHour,
  idTokenNonceIsAnother,
  acrIsBelowTheLevelRequested,
  acrIsOfTheFormerScale,
  acrIsMissing,
  pidIsAnotherPersons,
  pidIsMissing,
  mailboxScopeIsNotGranted,
  contactScopeIsGrantedUnasked,
  languageScopeIsGrantedUnasked,
  accessTokenNamesAnotherClient,
  accessTokenOutlivesExpiresIn,
  spentCodeIsAccepted,
  anyCodeVerifierIsAccepted,
  misusedCodeIsCalledInvalidRequest,
  kidOccursTwice,
  expiresInIsMissing,
  expiresInIsZero,
  expiresInIsNegative,
  expiresInIsAString,
  silentRequestIsShownTheLogin,
  idTokenLivesForTenMinutes,
  idTokenHasNoIat,
  codeGrantIsNotOffered,
  jwksUriIsMissing,
  accessTokenIsOfAnotherIssuer,
  accessTokenHasAScopeOfItsOwn,
  accessTokenIsOfAnotherPerson,
] as const satisfies readonly Defect[]
