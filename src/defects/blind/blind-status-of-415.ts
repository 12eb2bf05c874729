import type { DefectAt } from '../defect.ts'

export const blindStatusOf415: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-BLIND-STATUS-OF-415',
  title: 'the document of a 415 says that it is a 400',
  family: 'written blind',
  violates: ['KRR-ERR-004'],
  seam: 'errorDocument',
  inject: (document, { status }) => (status === 415 ? { ...document, status: 400 } : document),
}
