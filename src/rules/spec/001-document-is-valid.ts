import { documentProblems } from '../../contract/document-problems.ts'
import { publishedPersonSchema } from '../../contract/person-schema.ts'
import type { JsonObject } from '../../evidence/json.ts'
import { overLimit } from '../../evidence/over-limit.ts'
import { representations } from '../../evidence/person-reading.ts'
import type { PublishedDocument } from '../../evidence/published-document.ts'
import { type Finding, fromDocument, type Rule } from '../rule.ts'

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
      const actual = overLimit(published.exchange.response) ?? 'neither JSON nor YAML'
      yield { at: 'content', expected: 'an OpenAPI document', actual }
      return
    }
    for (const { at, expected, actual } of documentProblems(published.document)) {
      yield { at, expected, actual: actual === undefined ? 'absent' : fromDocument(actual) }
    }
    yield* uselessSchemas(published.document, published.apiUrl)
  },
}

/** A schema of the person that no client can compile, or that takes for ever: it is told once for both representations. */
function* uselessSchemas(document: JsonObject, apiUrl: string): Generator<Finding> {
  const reasons = representations.flatMap((representation) => {
    const schema = publishedPersonSchema(document, apiUrl, representation)
    return schema.usable || !schema.isBroken ? [] : [schema.reason]
  })
  for (const reason of new Set(reasons)) {
    const expected = 'a schema of the person that can be compiled'
    yield { at: 'the schema of a 200 of GET', expected, actual: reason }
  }
}
