import type { Defect } from '../defect.ts'
import { patchDoesNotVerifyTheSignature } from './patch-does-not-verify-the-signature.ts'
import { signatureIsNotVerified } from './signature-is-not-verified.ts'

/** Faults in the verification of access tokens. */
export const tokenForgeryDefects = [
  signatureIsNotVerified,
  patchDoesNotVerifyTheSignature,
] as const satisfies readonly Defect[]
