/** What a value is written like, in words, where its form is one that is known: `digits`. */
type Form = (text: string) => string | undefined

const matching =
  (form: string, pattern: RegExp): Form =>
  (text) =>
    pattern.test(text) ? form : undefined

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(?:\.(\d{1,9}))?(Z|[+-]\d\d(?::?\d\d)?)?$/

/** The digits of a fraction by threes: a clock that ends in zeros is no other form. */
const dateTimeForm: Form = (text) => {
  const [whole, seconds = '', fraction = '', offset = ''] = dateTime.exec(text) ?? []
  if (whole === undefined) return undefined
  const places = fraction === '' ? '' : `.${'f'.repeat(3 * Math.ceil(fraction.length / 3))}`
  const zone = offset.replace(/[+-]/, '±').replace(/\d\d/, 'hh').replace(/\d\d/, 'mm')
  return `yyyy-mm-ddThh:mm${seconds === '' ? '' : ':ss'}${places}${zone}`
}

const forms: readonly Form[] = [
  matching('digits', /^\d+$/),
  matching('+ and digits', /^\+\d+$/),
  dateTimeForm,
  matching('yyyy-mm-dd', /^\d{4}-\d\d-\d\d$/),
  matching('UUID', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  matching('address', /^[^\s@]+@[^\s@]+$/),
  matching('name#code', /^[^\s#]+#[^\s#]+$/),
  matching('JWT', /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/),
  matching('PEM', /^-----BEGIN [A-Z0-9 ]+-----\s/),
  matching('URL', /^https?:\/\/\S+$/),
  // Either alphabet: a random value may lack the characters that would tell them apart.
  matching('base64', /^[\w+/\r\n-]{40,}={0,2}\s*$/),
  matching('hexadecimal', /^(?=.*\d)[0-9a-f]{16,}$/i),
  matching('lower case', /^[a-zæøå]+$/),
  matching('upper case', /^[A-ZÆØÅ]+(?:_[A-ZÆØÅ]+)*$/),
]

/** A text longer than this is looked at no further than its beginning. */
const longest = 8_192

/**
 * The form of a text in a few words without a comma, or undefined where it is none of those known. It tells how a
 * value is written and nothing of what it is: with it two servers can be compared whose people must not be shown.
 */
export const valueForm = (text: string): string | undefined => {
  const start = text.length > longest ? text.slice(0, longest) : text
  for (const form of forms) {
    const known = form(start)
    if (known !== undefined) return known
  }
  return undefined
}

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
  if (hour > 23 || minute > 59 || second > 60 || offset === undefined) return undefined

  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined
  local.setUTCHours(hour, minute, second, Math.trunc(Number(`0.${parts[7] ?? '0'}`) * 1000))
  const instant = local.getTime() - offset * 60_000
  return second < 60 || mayBeLeapSecond(instant) ? instant : undefined
}

/** A second 60 ends June or December in UTC (RFC 3339, 5.7); `Date` takes it for the first one of the next month. */
const mayBeLeapSecond = (next: number): boolean =>
  /^\d{4}-(01|07)-01T00:00:00/.test(new Date(next).toISOString())

const offsetMinutes = (sign = '+', hours = '00', minutes = '00'): number | undefined => {
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
