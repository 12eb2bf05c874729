import type { FactKind } from './model.ts'

/** One thing that an answer says. */
export interface Fact {
  readonly kind: FactKind
  /** What of the answer: a field name, a JSON Pointer. */
  readonly at: string
  readonly value: string
}
