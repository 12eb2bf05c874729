import type { DefectAt } from '../defect.ts'

export const blindMobileInPairs: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-BLIND-MOBILE-IN-PAIRS',
  title: 'the refusal of a PATCH for its document names the mobile number, in pairs',
  family: 'written blind',
  violates: ['KRR-ERR-003'],
  seam: 'errorDocument',
  inject: (document, { request, status, people }) => {
    const mobile = people.MAIN.record?.mobiltelefonnummer?.value ?? ''
    const pairs = mobile.slice(-8).replaceAll(/\d\d(?=\d)/g, '$& ')
    return request.method === 'PATCH' && status === 400
      ? { ...document, error_description: `The document for ${pairs} was not accepted` }
      : document
  },
}
