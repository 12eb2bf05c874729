import type { DefectAt } from '../defect.ts'

/** It shows nothing, and it is let in. */
export const traceIsAccepted: DefectAt<'response'> = {
  id: 'DEF-HTTP-TRACE-IS-ACCEPTED',
  title: 'TRACE is answered with 204',
  family: 'methods',
  seam: 'response',
  violates: ['KRR-HTTP-009'],
  inject: (response, { request }) =>
    request.method === 'TRACE' ? { ...response, status: 204, content: new Uint8Array() } : response,
}
