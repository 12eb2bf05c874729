import { documentedResponse } from '../../contract/response-schema.ts'
import { representations } from '../../evidence/person-reading.ts'
import type { PublishedDocument } from '../../evidence/published-document.ts'
import type { Rule } from '../rule.ts'
import { resourceOf, whyNotCompared } from './readable-document.ts'

/** By name: a range says of neither that it is there. */
export const bothRepresentationsAreDocumented: Rule<PublishedDocument> = {
  id: 'KRR-SPEC-007',
  title: 'GET 200 documents application/json and application/jose',
  level: 'SHOULD',
  basis: 'documented',
  since: 2,
  cites: ['PAGE-022'],
  notApplicable: (published) =>
    whyNotCompared(published) ??
    (okOf(published) === undefined
      ? 'the document describes no 200 of GET: KRR-SPEC-002'
      : undefined),

  *check(published) {
    const ok = okOf(published)
    if (ok === undefined) return
    for (const type of representations) {
      if (!ok.mediaTypes.includes(type)) {
        yield { at: `GET 200 ${type}`, expected: 'present', actual: 'absent' }
      }
    }
  },
}

const okOf = (published: PublishedDocument) => {
  const resource = resourceOf(published)
  return resource && documentedResponse(resource, 'get', 200)
}
