import type { DefectAt } from '../defect.ts'

export const blindClassName: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-BLIND-CLASS-NAME',
  title: 'the refusal of a language that is none names the class that it did not fit',
  family: 'written blind',
  violates: ['KRR-ERR-002'],
  seam: 'errorDocument',
  inject: (document, { request }) =>
    request.method === 'PATCH' &&
    document['error_description'] === 'spraak must be nb, nn, en or se'
      ? {
          ...document,
          error_description:
            'Cannot deserialize value of type `no.digdir.kontaktinfo.domain.Spraak` from String',
        }
      : document,
}
