import type { DefectAt } from '../defect.ts'

/** Whoever sent it believes that the person is gone. */
export const deleteIsAccepted: DefectAt<'response'> = {
  id: 'DEF-HTTP-DELETE-IS-ACCEPTED',
  title: 'DELETE is answered with 204, and nothing is deleted',
  family: 'methods',
  seam: 'response',
  violates: ['KRR-HTTP-001'],
  inject: (response, { request }) =>
    request.method === 'DELETE'
      ? { ...response, status: 204, content: new Uint8Array() }
      : response,
}
