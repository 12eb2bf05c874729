import type { Defect } from '../defect.ts'
import { clientIsNotVerifiedAgain } from './client-is-not-verified-again.ts'
import { emptySignatureIsAccepted } from './empty-signature-is-accepted.ts'
import { idTokenIsAccepted } from './id-token-is-accepted.ts'
import { jwkInTheHeaderIsTrusted } from './jwk-in-the-header-is-trusted.ts'
import { lifetimeIsNotVerifiedAgain } from './lifetime-is-not-verified-again.ts'
import { noneIsRefusedInLowerCaseAlone } from './none-is-refused-in-lower-case-alone.ts'
import { otherIssuersAreTrusted } from './other-issuers-are-trusted.ts'
import { patchAcceptsAnIdToken } from './patch-accepts-an-id-token.ts'
import { patchAcceptsUnsecuredTokens } from './patch-accepts-unsecured-tokens.ts'
import { patchDoesNotVerifyTheSignature } from './patch-does-not-verify-the-signature.ts'
import { patchTakesThePublicKeyForASecret } from './patch-takes-the-public-key-for-a-secret.ts'
import { patchTrustsOtherIssuers } from './patch-trusts-other-issuers.ts'
import { patchTrustsX5cInTheHeader } from './patch-trusts-x5c-in-the-header.ts'
import { pidIsNotVerifiedAgain } from './pid-is-not-verified-again.ts'
import { publicKeyIsTakenForASecret } from './public-key-is-taken-for-a-secret.ts'
import { scopeIsNotVerifiedAgain } from './scope-is-not-verified-again.ts'
import { signatureIsNotVerified } from './signature-is-not-verified.ts'
import { unknownKeysAreNotVerified } from './unknown-keys-are-not-verified.ts'
import { unsecuredTokensAreAccepted } from './unsecured-tokens-are-accepted.ts'
import { x5cInTheHeaderIsTrusted } from './x5c-in-the-header-is-trusted.ts'

/** Faults in the verification of access tokens. */
export const tokenForgeryDefects = [
  signatureIsNotVerified,
  patchDoesNotVerifyTheSignature,
  emptySignatureIsAccepted,
  unsecuredTokensAreAccepted,
  patchAcceptsUnsecuredTokens,
  noneIsRefusedInLowerCaseAlone,
  unknownKeysAreNotVerified,
  jwkInTheHeaderIsTrusted,
  patchTrustsX5cInTheHeader,
  x5cInTheHeaderIsTrusted,
  publicKeyIsTakenForASecret,
  patchTakesThePublicKeyForASecret,
  idTokenIsAccepted,
  patchAcceptsAnIdToken,
  otherIssuersAreTrusted,
  patchTrustsOtherIssuers,
  pidIsNotVerifiedAgain,
  scopeIsNotVerifiedAgain,
  clientIsNotVerifiedAgain,
  lifetimeIsNotVerifiedAgain,
] as const satisfies readonly Defect[]
