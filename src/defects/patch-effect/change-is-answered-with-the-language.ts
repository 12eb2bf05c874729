import type { DefectAt } from '../defect.ts'

/** Accepted, and more than anybody waits for. */
export const changeIsAnsweredWithTheLanguage: DefectAt<'response'> = {
  id: 'DEF-PATCH-CHANGE-IS-ANSWERED-WITH-THE-LANGUAGE',
  title: 'a change is answered with 200 and the document that was sent',
  family: 'PATCH effect',
  seam: 'response',
  violates: ['KRR-PATCH-002'],
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { request }) =>
    request.method === 'PATCH' && response.status === 204
      ? {
          status: 200,
          fields: [['Content-Type', 'application/json'], ...response.fields],
          content: request.content,
        }
      : response,
}
