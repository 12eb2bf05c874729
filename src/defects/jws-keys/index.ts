import type { Defect } from '../defect.ts'
import { algIsAnotherHash } from './alg-is-another-hash.ts'
import { chainLeadsToAStranger } from './chain-leads-to-a-stranger.ts'
import { formerOrganisationIsNamedBySerialNumber } from './former-organisation-is-named-by-serial-number.ts'
import { intermediateCertificateIsMissing } from './intermediate-certificate-is-missing.ts'
import { issuerIsAnotherAuthority } from './issuer-is-another-authority.ts'
import { keyIsAnotherAfterAChange } from './key-is-another-after-a-change.ts'
import { keyIsAnotherForOneCombination } from './key-is-another-for-one-combination.ts'
import { keyIsAnotherThanBefore } from './key-is-another-than-before.ts'
import { organisationHasNoNumber } from './organisation-has-no-number.ts'
import { organisationIsAnother } from './organisation-is-another.ts'
import { payloadIsWrittenAnew } from './payload-is-written-anew.ts'
import { signatureIsBroken } from './signature-is-broken.ts'
import { signatureOfTheDeletedIsBroken } from './signature-of-the-deleted-is-broken.ts'
import { signingCertificateEndsIn20Days } from './signing-certificate-ends-in-20-days.ts'
import { signingCertificateHasExpired } from './signing-certificate-has-expired.ts'
import { signingCertificateIsNotValidYet } from './signing-certificate-is-not-valid-yet.ts'
import { signingCertificateOccursTwice } from './signing-certificate-occurs-twice.ts'
import { signingKeyHas1024Bits } from './signing-key-has-1024-bits.ts'
import { unrelatedCertificateEndsTheChain } from './unrelated-certificate-ends-the-chain.ts'
import { x5cBeginsWithTheIssuer } from './x5c-begins-with-the-issuer.ts'
import { x5cIsBase64url } from './x5c-is-base64url.ts'
import { x5cIsMissing } from './x5c-is-missing.ts'

/** Faults of the signature, of the signing certificate and of its chain. */
export const jwsKeysDefects = [
  algIsAnotherHash,
  payloadIsWrittenAnew,
  signatureIsBroken,
  x5cBeginsWithTheIssuer,
  x5cIsBase64url,
  x5cIsMissing,
  issuerIsAnotherAuthority,
  signingCertificateOccursTwice,
  unrelatedCertificateEndsTheChain,
  signingCertificateHasExpired,
  signingCertificateIsNotValidYet,
  signingKeyHas1024Bits,
  chainLeadsToAStranger,
  intermediateCertificateIsMissing,
  organisationIsAnother,
  organisationHasNoNumber,
  formerOrganisationIsNamedBySerialNumber,
  signingCertificateEndsIn20Days,
  keyIsAnotherForOneCombination,
  keyIsAnotherAfterAChange,
  signatureOfTheDeletedIsBroken,
  keyIsAnotherThanBefore,
] as const satisfies readonly Defect[]
