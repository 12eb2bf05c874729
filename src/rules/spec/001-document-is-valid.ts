import { documentProblems } from '../../contract/document-problems.ts'
import type { PublishedDocument } from '../../evidence/published-document.ts'
import { fromDocument, type Rule } from '../rule.ts'

/** Clients are generated from the document; a broken one breaks them before the first request. */
export const documentIsValid: Rule<PublishedDocument> = {
  id: 'KRR-SPEC-001',
  title: 'The published OpenAPI document is valid',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-013'],

  notApplicable: (published) =>
    published.found ? undefined : `warning: no OpenAPI document was found: ${published.reason}`,

  *check(published) {
    if (!published.found) return
    if (published.document === undefined) {
      yield { at: 'content', expected: 'an OpenAPI document', actual: 'neither JSON nor YAML' }
      return
    }
    for (const { at, expected, actual } of documentProblems(published.document)) {
      yield { at, expected, actual: actual === undefined ? 'absent' : fromDocument(actual) }
    }
  },
}
