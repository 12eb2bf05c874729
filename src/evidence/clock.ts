import { type Exchange, fieldValue } from './exchange.ts'

/** What is within half the leeway of the rules on time, or a little more, is no matter. */
const apartMs = 25_000

/**
 * By how many milliseconds at least a server's clock is ahead of this machine's, behind it where negative: as far as
 * the `Date` of one answer tells, which shows whole seconds and was written between sending and receiving. A cache
 * adds the `Age` of what it kept (RFC 9111, 5.1). Undefined where the answer has no `Date`.
 */
const clockOffsetMs = ({
  response,
  startedAt,
  receivedAt,
}: Pick<Exchange, 'response' | 'startedAt' | 'receivedAt'>): number | undefined => {
  const written = Date.parse(fieldValue(response, 'Date') ?? '')
  if (Number.isNaN(written)) return undefined
  // A number of seconds that no cache could have kept anything for says nothing (RFC 9111, 1.2.2).
  const age = /^\d{1,10}$/.exec(fieldValue(response, 'Age') ?? '')?.[0] ?? 0
  const date = written + 1_000 * Number(age)
  const [least, most] = [date - receivedAt, date + 1_000 - startedAt]
  return least > 0 ? least : Math.min(most, 0)
}

/**
 * By how many milliseconds a server's clock is ahead or behind, where every one of its answers says that it is by more
 * than 25 s, and to the same side; else undefined.
 */
export const clocksApartMs = (answers: readonly Exchange[]): number | undefined => {
  const offsets = answers.flatMap((answer) => clockOffsetMs(answer) ?? [])
  const [first] = offsets
  if (first === undefined) return undefined
  const isApart = offsets.every(
    (offset) => Math.abs(offset) > apartMs && Math.sign(offset) === Math.sign(first),
  )
  return isApart ? first : undefined
}
