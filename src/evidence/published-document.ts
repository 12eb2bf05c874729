import type { Exchange } from './exchange.ts'
import type { JsonObject } from './json.ts'

/** What became of looking for the OpenAPI document that an environment publishes. */
export type PublishedDocument = FoundDocument | NoDocument

/** A document was found, whatever it is worth. */
export interface FoundDocument {
  readonly found: true
  /** The person resource's URL that it is to describe. */
  readonly apiUrl: string
  /** What was asked on the way, in order; the document's own exchange is the last. */
  readonly searched: readonly Exchange[]
  readonly exchange: Exchange
  /** The content as a JSON object; undefined where it is neither JSON nor YAML. */
  readonly document: JsonObject | undefined
}

/** None was found where one was looked for. */
export interface NoDocument {
  readonly found: false
  readonly apiUrl: string
  readonly searched: readonly Exchange[]
  /** In words: `/v3/api-docs answered 401`. */
  readonly reason: string
}
