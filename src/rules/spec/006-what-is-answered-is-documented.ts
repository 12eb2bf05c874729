import { documentedResponse, isDocumented } from '../../contract/response-schema.ts'
import { type Exchange, mediaType } from '../../evidence/exchange.ts'
import type { PublishedDocument } from '../../evidence/published-document.ts'
import { fromWire, type Rule } from '../rule.ts'
import { resourceOf, whyNotCompared } from './readable-document.ts'

/** All that the person resource answered in a run, one exchange for each kind, beside the document. */
export interface AnsweredKinds {
  readonly published: PublishedDocument
  readonly answers: readonly Exchange[]
}

/** A method that the document does not describe has no responses that it could describe: KRR-SPEC-002. */
export const whatIsAnsweredIsDocumented: Rule<AnsweredKinds> = {
  id: 'KRR-SPEC-006',
  title: 'Every status and media type observed is documented',
  level: 'SHOULD',
  basis: 'standard',
  onWholeRun: true,
  since: 2,
  cites: ['OPENAPI-001'],
  notApplicable: ({ published }) => whyNotCompared(published),

  *check({ published, answers }) {
    const resource = resourceOf(published)
    if (resource === undefined) return
    for (const { request, response } of answers) {
      if (!resource.operations.has(request.method.toLowerCase())) continue
      const at = `${request.method} ${response.status}`
      const documented = documentedResponse(resource, request.method, response.status)
      const essence = response.content.length === 0 ? undefined : mediaType(response)?.essence
      if (documented === undefined) {
        yield { at, expected: 'documented', actual: 'not documented' }
      } else if (essence !== undefined && !isDocumented(documented, essence)) {
        const named = documented.mediaTypes.join(', ')
        yield {
          at: `${at} Content-Type`,
          expected: named === '' ? 'no content, as documented' : fromWire(named),
          actual: fromWire(essence),
        }
      }
    }
  },
}
