import type { Defect } from '../defect.ts'
import { timestampHasASpace } from './timestamp-has-a-space.ts'
import { timestampIsADate } from './timestamp-is-a-date.ts'
import { timestampIsANumberInTheJws } from './timestamp-is-a-number-in-the-jws.ts'
import { timestampNames30February } from './timestamp-names-30-february.ts'
import { timestampWithoutAnOffset } from './timestamp-without-an-offset.ts'

/** Faults in how an instant is written. */
export const timestampDefects = [
  timestampHasASpace,
  timestampIsADate,
  timestampIsANumberInTheJws,
  timestampNames30February,
  timestampWithoutAnOffset,
] as const satisfies readonly Defect[]
