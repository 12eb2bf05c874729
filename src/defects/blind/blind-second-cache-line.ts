import type { DefectAt } from '../defect.ts'

export const blindSecondCacheLine: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-SECOND-CACHE-LINE',
  title: 'a second line of Cache-Control says public',
  family: 'written blind',
  violates: ['KRR-HTTP-004'],
  seam: 'response',
  inject: (response, { representation }) =>
    representation === undefined
      ? response
      : { ...response, fields: [...response.fields, ['Cache-Control', 'public, max-age=0']] },
}
