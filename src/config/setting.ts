import type { Form, FormValue } from './forms.ts'

/** Whether a value may be shown: a `secret` or `personal` one appears as its length only. */
type Sensitivity = 'public' | 'secret' | 'personal'

/** One key as data: what parses it is what the documents say of it. */
export interface Setting<Value> {
  /** What it is for, as a noun phrase without a full stop. */
  readonly meaning: string
  readonly form: Form<Value>
  readonly sensitivity: Sensitivity
  /** What holds without it, in the accepted form; undefined where nothing does. */
  readonly default?: string
  /** Where the default differs, or what stands for it, in words. */
  readonly remark?: string
  /** A value in the accepted form; file names stand for files of one's own. */
  readonly example: string
}

/** The values of a table of settings: only what is set or has a default. */
export type ValuesOf<Table extends Readonly<Record<string, Setting<unknown>>>> = {
  readonly [Key in keyof Table]?: FormValue<Table[Key]['form']> | undefined
}
