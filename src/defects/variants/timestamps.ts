import { isJsonObject, type JsonObject } from '../../reference/api/message.ts'
import type { Variant } from './variant.ts'

const rewriting = (rewrite: (timestamp: string) => string) => () => ({
  personDocument: (person: JsonObject) => withTimestamps(person, rewrite),
})

/** The same instants in the other forms that Digdir's pages show, and in those between them. */
export const timestampVariants: readonly Variant[] = [
  {
    id: 'VAR-TIMESTAMPS-IN-UTC',
    title: 'timestamps are in UTC, with milliseconds and Z',
    injections: rewriting((timestamp) => new Date(`${timestamp}:00`).toISOString()),
  },
  {
    id: 'VAR-TIMESTAMPS-WITH-MINUTES-OF-OFFSET',
    title: 'the offset of timestamps has minutes, without a colon',
    injections: rewriting((timestamp) => `${timestamp}00`),
  },
  {
    id: 'VAR-TIMESTAMPS-WITH-MICROSECONDS',
    title: 'timestamps have six digits of fraction and an offset with a colon',
    injections: rewriting((timestamp) =>
      timestamp.replace(/([+-]\d\d)$/, (_, offset) => `.000000${offset}:00`),
    ),
  },
]

/** The reference server writes `2018-06-29T10:14:52+02`. */
const ownForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d$/

const withTimestamps = (object: JsonObject, rewrite: (timestamp: string) => string): JsonObject =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      if (isJsonObject(value)) return [name, withTimestamps(value, rewrite)]
      return [name, typeof value === 'string' && ownForm.test(value) ? rewrite(value) : value]
    }),
  )
