import { type FromWire, fromWire } from './rule.ts'

/** A value from the wire for a finding, or the word for its absence. */
export const orAbsent = (value: unknown): string | FromWire =>
  value === undefined ? 'absent' : fromWire(value)
