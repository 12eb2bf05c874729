import type { Disk } from '../disk.ts'

/**
 * A value in its form, or why not: a clause that follows what was found ("plain http is accepted on
 * loopback only"), or undefined where the found value speaks for itself. It never repeats the value.
 */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly because: string | undefined }

/** The accepted form of a setting: in words that follow "must be", and as a parser. */
export interface Form<Value> {
  readonly accepts: string
  /** Parses trimmed, non-empty text. Files are reached through `disk` alone. */
  readonly parse: (text: string, disk: Disk) => Parsed<Value>
}

/** The type of value that a form gives. */
export type FormValue<F> = F extends Form<infer Value> ? Value : never

/** The text is in the form. */
export const accepted = <Value>(value: Value): Parsed<Value> => ({ ok: true, value })

/** The text is not in the form. */
export const refused = (because?: string): Parsed<never> => ({ ok: false, because })
