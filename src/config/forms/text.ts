import { accepted, type Form, refused } from './form.ts'

/** `true` or `false`, nothing that merely looks like it. */
export const booleanWord: Form<boolean> = {
  accepts: 'true or false',
  parse: (text) => (text === 'true' || text === 'false' ? accepted(text === 'true') : refused()),
}

/** A whole number within bounds, both included. */
export const integer = (least: number, most: number): Form<number> => ({
  accepts: `a whole number from ${least} to ${most}`,
  parse: (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return number >= least && number <= most ? accepted(number) : refused()
  },
})

/** One word of a list. */
export const oneOf = <const Word extends string>(words: readonly Word[]): Form<Word> => ({
  accepts: `one of ${words.join(', ')}`,
  parse: (text) => {
    const word = words.find((known) => known === text)
    return word === undefined ? refused() : accepted(word)
  },
})

/** A day of the calendar, as ISO 8601 writes it. */
export const calendarDay: Form<string> = {
  accepts: 'a day of the calendar, yyyy-mm-dd',
  parse: (text) => {
    const time = Date.parse(`${text}T00:00:00.000Z`)
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time)
    return isDay && new Date(time).toISOString().startsWith(text) ? accepted(text) : refused()
  },
}

/** Several words of a list, each once, with what they are separated by. */
export const someOf = <const Word extends string>(
  words: readonly Word[],
  separator: { readonly name: string; readonly pattern: RegExp },
): Form<readonly Word[]> => ({
  accepts: `one or more of ${words.join(', ')}, separated by ${separator.name}`,
  parse: (text) => {
    const parts = [...new Set(text.split(separator.pattern).filter((part) => part !== ''))]
    const known = parts.flatMap((part) => words.filter((word) => word === part))
    return known.length > 0 && known.length === parts.length ? accepted(known) : refused()
  },
})

/** Several words of a list, or `none` for none of them. */
export const someOfOrNone = <const Word extends string>(
  words: readonly Word[],
  separator: Parameters<typeof someOf>[1],
): Form<readonly Word[]> => {
  const some = someOf(words, separator)
  return {
    accepts: `${some.accepts}; or none`,
    parse: (text, disk) => (text.trim() === 'none' ? accepted([]) : some.parse(text, disk)),
  }
}

/** Text without spaces or control characters, for people described by `accepts`. */
export const token = (accepts: string): Form<string> => ({
  accepts,
  parse: (text) => (/^[\x21-\x7e]+$/.test(text) ? accepted(text) : refused()),
})

/** Printable text of a least length, for secrets. */
export const secretText = (accepts: string, least = 1): Form<string> => ({
  accepts,
  parse: (text) =>
    text.length >= least && /^[^\p{Cc}]+$/u.test(text) ? accepted(text) : refused(),
})

/** The hosts that are reached without the proxy, as other programs read them. */
export const hostList: Form<string> = {
  accepts: 'host names separated by commas, or *',
  parse: (text) => (/^[\w.:*,\s[\]/-]+$/.test(text) ? accepted(text) : refused()),
}

/** A SHA-256 digest, given in lower-case hexadecimal digits whatever the case it is written in. */
export const sha256: Form<string> = {
  accepts: 'a SHA-256 digest of 64 hexadecimal digits',
  parse: (text) => {
    const digits = text.replaceAll(':', '').toLowerCase()
    return /^[\da-f]{64}$/.test(digits) ? accepted(digits) : refused()
  },
}

/** An organisation number. */
export const organisationNumber: Form<string> = {
  accepts: 'an organisation number of 9 digits',
  parse: (text) => (/^\d{9}$/.test(text) ? accepted(text) : refused()),
}
