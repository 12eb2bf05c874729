import type { AnyRule } from '../rule.ts'
import { contentIsOneCompactJws } from './001-content-is-one-compact-jws.ts'
import { algIsAnAsymmetricSignature } from './002-alg-is-an-asymmetric-signature.ts'
import { signatureVerifiesWithX5c } from './003-signature-verifies-with-x5c.ts'
import { eachCertificateCertifiesTheOneBefore } from './004-each-certificate-certifies-the-one-before.ts'
import { signingCertificateIsValidAndStrong } from './005-signing-certificate-is-valid-and-strong.ts'
import { chainLeadsToWhatIsTrusted } from './006-chain-leads-to-what-is-trusted.ts'
import { certificateIsOfTheExpectedOrganisation } from './007-certificate-is-of-the-expected-organisation.ts'
import { noCriticalExtensionIsInUse } from './008-no-critical-extension-is-in-use.ts'
import { payloadIsAPerson } from './009-payload-is-a-person.ts'
import { registeredTimesHoldNow } from './010-registered-times-hold-now.ts'
import { oneKeySignsAndLasts } from './011-one-key-signs-and-lasts.ts'

/** The signed representation. */
export const jwsRules = [
  contentIsOneCompactJws,
  algIsAnAsymmetricSignature,
  signatureVerifiesWithX5c,
  eachCertificateCertifiesTheOneBefore,
  signingCertificateIsValidAndStrong,
  chainLeadsToWhatIsTrusted,
  certificateIsOfTheExpectedOrganisation,
  noCriticalExtensionIsInUse,
  payloadIsAPerson,
  registeredTimesHoldNow,
  oneKeySignsAndLasts,
] as const satisfies readonly AnyRule[]
