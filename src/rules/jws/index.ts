import type { AnyRule } from '../rule.ts'
import { contentIsOneCompactJws } from './001-content-is-one-compact-jws.ts'
import { algIsAnAsymmetricSignature } from './002-alg-is-an-asymmetric-signature.ts'
import { signatureVerifiesWithX5c } from './003-signature-verifies-with-x5c.ts'
import { eachCertificateCertifiesTheOneBefore } from './004-each-certificate-certifies-the-one-before.ts'
import { signingCertificateIsValidAndStrong } from './005-signing-certificate-is-valid-and-strong.ts'
import { chainLeadsToWhatIsTrusted } from './006-chain-leads-to-what-is-trusted.ts'
import { payloadIsAPerson } from './009-payload-is-a-person.ts'

/** The signed representation. */
export const jwsRules = [
  contentIsOneCompactJws,
  algIsAnAsymmetricSignature,
  signatureVerifiesWithX5c,
  eachCertificateCertifiesTheOneBefore,
  signingCertificateIsValidAndStrong,
  chainLeadsToWhatIsTrusted,
  payloadIsAPerson,
] as const satisfies readonly AnyRule[]
