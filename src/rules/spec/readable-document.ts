import type { PublishedDocument } from '../../evidence/published-document.ts'

/** Why there is no document to judge by, or undefined where there is one. */
export const whyNotReadable = (published: PublishedDocument): string | undefined => {
  if (!published.found) return `no OpenAPI document was found: ${published.reason}`
  return published.document === undefined ? 'the document is neither JSON nor YAML' : undefined
}
