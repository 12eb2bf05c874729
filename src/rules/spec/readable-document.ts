import { type PersonResource, personResource } from '../../contract/response-schema.ts'
import type { PublishedDocument } from '../../evidence/published-document.ts'

/** Why there is no document to judge by, or undefined where there is one. */
export const whyNotReadable = (published: PublishedDocument): string | undefined => {
  if (!published.found) return `no OpenAPI document was found: ${published.reason}`
  return published.document === undefined ? 'the document is neither JSON nor YAML' : undefined
}

/** The person resource as the document describes it, or undefined where none does. */
export const resourceOf = (published: PublishedDocument): PersonResource | undefined =>
  published.found && published.document !== undefined
    ? personResource(published.document, published.apiUrl)
    : undefined

/** Why there is no description of the person resource to judge by, or undefined where there is one. */
export const whyNotCompared = (published: PublishedDocument): string | undefined =>
  whyNotReadable(published) ??
  (resourceOf(published) === undefined
    ? 'the document does not describe the person resource: KRR-SPEC-002'
    : undefined)
