import type { Defect } from '../defect.ts'
import { algIsHs256 } from './alg-is-hs256.ts'
import { algIsInLowerCase } from './alg-is-in-lower-case.ts'
import { algIsNone } from './alg-is-none.ts'
import { critIsEmpty } from './crit-is-empty.ts'
import { critNamesAnExtension } from './crit-names-an-extension.ts'
import { expHasPassed } from './exp-has-passed.ts'
import { expIsADate } from './exp-is-a-date.ts'
import { iatIsInTheFuture } from './iat-is-in-the-future.ts'
import { lineEndFollowsTheJws } from './line-end-follows-the-jws.ts'
import { nbfIsInAnHour } from './nbf-is-in-an-hour.ts'
import { payloadIsAString } from './payload-is-a-string.ts'
import { payloadIsCalledUnencoded } from './payload-is-called-unencoded.ts'
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
  critNamesAnExtension,
  critIsEmpty,
  payloadIsCalledUnencoded,
  expHasPassed,
  nbfIsInAnHour,
  iatIsInTheFuture,
  expIsADate,
] as const satisfies readonly Defect[]
