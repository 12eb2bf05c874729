import { type Line, ok, problem, warning } from '../line.ts'

/** A server's clock as its answer told it, and ours at that moment: milliseconds since the epoch. */
export interface ClockReading {
  readonly host: string
  readonly theirs: number
  readonly ours: number
}

const noticedSeconds = 5
/** Tokens are refused, and times lie in the future, by more than this. */
const harmfulSeconds = 30

/** Whether this machine's clock is the server's, to the second that a `Date` field has. */
export const clockAgrees = ({ host, theirs, ours }: ClockReading): Line => {
  const seconds = Math.round((ours - theirs) / 1_000)
  const apart = `this machine is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} ${host}`
  if (Math.abs(seconds) > harmfulSeconds) {
    return problem(
      'clock',
      apart,
      'set the clock (NTP): tokens would count as expired or not yet valid',
    )
  }
  if (Math.abs(seconds) > noticedSeconds) return warning('clock', apart, 'set the clock (NTP)')
  return ok('clock', `agrees with ${host}`)
}
