import { dialectOf } from '../../contract/dialect.ts'
import { pointerOf } from '../../contract/pointer.ts'
import type { PublishedDocument } from '../../evidence/published-document.ts'
import type { Rule } from '../rule.ts'
import { resourceOf, whyNotReadable } from './readable-document.ts'

/** The page sends its readers to the document for both operations. */
export const getAndPatchAreDescribed: Rule<PublishedDocument> = {
  id: 'KRR-SPEC-002',
  title: 'The published document describes GET and PATCH of the person',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-013', 'PAGE-039'],

  notApplicable: (published) =>
    whyNotReadable(published) ??
    (published.found && published.document && dialectOf(published.document) === undefined
      ? 'the document is neither OpenAPI 3 nor Swagger 2'
      : undefined),

  *check(published) {
    const resource = resourceOf(published)
    if (resource === undefined) {
      yield { at: '/paths', expected: 'the person resource', actual: 'absent' }
      return
    }
    for (const method of ['get', 'patch']) {
      if (!resource.operations.has(method)) {
        const at = pointerOf('paths', resource.path, method)
        yield { at, expected: 'present', actual: 'absent' }
      }
    }
  },
}
