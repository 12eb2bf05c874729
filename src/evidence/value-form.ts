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
