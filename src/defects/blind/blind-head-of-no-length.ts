import type { DefectAt } from '../defect.ts'

export const blindHeadOfNoLength: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-HEAD-OF-NO-LENGTH',
  title: 'HEAD says of the person that there are 0 bytes of it',
  family: 'written blind',
  violates: ['KRR-HTTP-003'],
  seam: 'response',
  inject: (response, { request }) =>
    request.method === 'HEAD' ? { ...response, content: new Uint8Array() } : response,
}
