import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** What is meant for pictures: a proxy between the parties may hand it to the next one. */
export const personIsPublic: DefectAt<'response'> = {
  id: 'DEF-HTTP-PERSON-IS-PUBLIC',
  title: 'a person has Cache-Control: public, max-age=60',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-004', 'KRR-HTTP-010'],
  inject: (response, { representation }) =>
    representation === undefined
      ? response
      : withField(response, 'Cache-Control', 'public, max-age=60'),
}
