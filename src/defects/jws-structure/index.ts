import type { Defect } from '../defect.ts'
import { algIsHs256 } from './alg-is-hs256.ts'
import { algIsInLowerCase } from './alg-is-in-lower-case.ts'
import { algIsNone } from './alg-is-none.ts'
import { lineEndFollowsTheJws } from './line-end-follows-the-jws.ts'
import { payloadIsAString } from './payload-is-a-string.ts'
import { personIsInAnEnvelope } from './person-is-in-an-envelope.ts'
import { quotesSurroundTheJws } from './quotes-surround-the-jws.ts'
import { segmentsArePadded } from './segments-are-padded.ts'
import { signatureHasBitsLeftOver } from './signature-has-bits-left-over.ts'

/** Faults of the compact serialisation, of `alg` and of the payload. */
export const jwsStructureDefects = [
  lineEndFollowsTheJws,
  quotesSurroundTheJws,
  segmentsArePadded,
  signatureHasBitsLeftOver,
  algIsHs256,
  algIsInLowerCase,
  algIsNone,
  payloadIsAString,
  personIsInAnEnvelope,
] as const satisfies readonly Defect[]
