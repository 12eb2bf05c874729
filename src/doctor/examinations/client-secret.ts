import { type Line, ok, problem, warning } from '../line.ts'

/** The last day of the client's secret or key, as it was set: no answer of ID-porten's tells it. */
export interface ClientSecretReading {
  readonly key: string
  /** `2027-06-30`, by UTC; undefined where it was not set. */
  readonly lastDay: string | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

const day = 24 * 3_600_000
const leastDaysLeft = 30

/** Whether the secret or key that proves the client has some time left. */
export const clientSecretEnds = ({ key, lastDay, now }: ClientSecretReading): readonly Line[] => {
  if (lastDay === undefined) return []
  const daysLeft = Math.floor((Date.parse(`${lastDay}T00:00:00.000Z`) + day - now) / day)
  const todo = `renew it at the registration of the client, and set ${key} anew`
  if (daysLeft < 0) return [problem(key, `the client's secret or key ended on ${lastDay}`, todo)]
  const says = `the client's secret or key ends on ${lastDay}, ${daysLeft === 0 ? 'today' : `in ${daysLeft} day${daysLeft === 1 ? '' : 's'}`}`
  return [daysLeft < leastDaysLeft ? warning(key, says, todo) : ok(key, says)]
}
