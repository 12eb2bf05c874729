import type { Defect } from '../defect.ts'
import { timestampHasASpace } from './timestamp-has-a-space.ts'
import { timestampIsADate } from './timestamp-is-a-date.ts'
import { timestampIsANumberInTheJws } from './timestamp-is-a-number-in-the-jws.ts'
import { timestampLies40SecondsAhead } from './timestamp-lies-40-seconds-ahead.ts'
import { timestampLiesAnHourAhead } from './timestamp-lies-an-hour-ahead.ts'
import { timestampNames30February } from './timestamp-names-30-february.ts'
import { timestampWithoutAnOffset } from './timestamp-without-an-offset.ts'

/** Faults in how an instant is written. */
export const timestampDefects = [
  timestampHasASpace,
  timestampIsADate,
  timestampIsANumberInTheJws,
  timestampNames30February,
  timestampWithoutAnOffset,
  timestampLiesAnHourAhead,
  timestampLies40SecondsAhead,
] as const satisfies readonly Defect[]
