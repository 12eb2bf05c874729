/** What passes through a seam, and what is known there. A type only; nothing of it exists at run time. */
export interface Seam<Value, Context> {
  readonly value: Value
  readonly context: Context
}
