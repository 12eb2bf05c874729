import type { Disk } from './disk.ts'
import type { Source } from './dotenv.ts'
import { problemSentence } from './problem.ts'
import type { Setting, ValuesOf } from './setting.ts'

type Table = Readonly<Record<string, Setting<unknown>>>

/** The values of a table's keys that are set and well formed, and a sentence for each that is not. */
export interface Values<T extends Table> {
  readonly values: ValuesOf<T>
  readonly problems: ReadonlyMap<keyof T, string>
}

/** Where the values of a table come from. */
interface Origin {
  readonly source: Source
  readonly disk: Disk
  /** The whole key of a short one. */
  readonly keyOf: (key: string) => string
}

/** Reads what is set of the table's keys; a default is not filled in. */
export const readValues = <T extends Table>(table: T, origin: Origin): Values<T> =>
  parseAll(table, origin, (key) => origin.source.get(origin.keyOf(key)))

/** Reads the table's defaults; a default can be a problem too, where it names a folder. */
export const readDefaults = <T extends Table>(table: T, origin: Origin): Values<T> =>
  parseAll(table, origin, (_, setting) => setting.default)

const parseAll = <T extends Table>(
  table: T,
  { source, disk, keyOf }: Origin,
  textOf: (key: string, setting: Setting<unknown>) => string | undefined,
): Values<T> => {
  const values: [string, unknown][] = []
  const problems = new Map<keyof T, string>()
  for (const [shortKey, setting] of Object.entries(table)) {
    const text = textOf(shortKey, setting)
    if (text === undefined) continue
    const parsed = setting.form.parse(text, disk)
    if (parsed.ok) {
      values.push([shortKey, parsed.value])
    } else {
      const key = keyOf(shortKey)
      const where = source.where(key)
      problems.set(
        shortKey,
        problemSentence({ key, setting, text, because: parsed.because, where }),
      )
    }
  }
  // Each value came out of its own key's form; Object.fromEntries forgets that.
  return { values: Object.fromEntries(values) as ValuesOf<T>, problems }
}
