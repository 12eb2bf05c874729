import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/**
 * What is right for a web page: no client of an API logs in there, and none is told that it was
 * refused.
 */
export const loginPageIsTheRefusal: DefectAt<'response'> = {
  id: 'DEF-AUTH-LOGIN-PAGE-IS-THE-REFUSAL',
  title: 'a request without credentials is sent to a login page',
  family: 'authentication',
  seam: 'response',
  violates: ['KRR-AUTH-001'],
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { request }) =>
    response.status === 401 && fieldValue(request, 'authorization') === undefined
      ? {
          status: 302,
          fields: [['Location', 'https://login.idporten.example/']],
          content: new Uint8Array(),
        }
      : response,
}
