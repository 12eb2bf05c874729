/**
 * The forms that Digdir's pages and real answers show: `2018-06-29T10:14:52+02`,
 * `2023-08-05T10:45:15.768Z`, and the same with `+0200` or `+02:00`.
 */
const documentedForm =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)$/

/**
 * The instant that a timestamp of the register names, in milliseconds since the epoch, or undefined
 * where the text has none of the documented forms or names no real instant (30 February, hour 25).
 * `Date.parse` is no substitute: it refuses an offset of hours alone.
 */
export const parseTimestamp = (text: string): number | undefined => {
  const parts = documentedForm.exec(text)
  if (parts === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map(Number)
  const offset = offsetMinutes(parts[8], parts[9], parts[10])
  if (hour > 23 || minute > 59 || second > 59 || offset === undefined) return undefined

  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined
  local.setUTCHours(hour, minute, second, Math.trunc(Number(`0.${parts[7] ?? '0'}`) * 1000))
  return local.getTime() - offset * 60_000
}

const offsetMinutes = (sign = '+', hours = '00', minutes = '00'): number | undefined => {
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
