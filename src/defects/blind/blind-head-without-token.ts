import type { DefectAt } from '../defect.ts'

export const blindHeadWithoutToken: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-HEAD-WITHOUT-TOKEN',
  title: 'HEAD without a token is 200, where GET is refused',
  family: 'written blind',
  violates: ['KRR-HTTP-003'],
  alsoTrips: ['KRR-AUTH-001'],
  seam: 'response',
  inject: (response, { request }) =>
    request.method === 'HEAD' && response.status === 401
      ? { ...response, status: 200, content: new Uint8Array() }
      : response,
}
