import type { DefectAt } from '../defect.ts'

export const blindRefusalNamesMailbox: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-BLIND-REFUSAL-NAMES-MAILBOX',
  title: 'the refusal of a document names the address of the mailbox',
  family: 'written blind',
  violates: ['KRR-ERR-003'],
  seam: 'errorDocument',
  inject: (document, { request, status, people }) => {
    const { postkasseadresse } = people.MAIN.record?.digital_post ?? {}
    return request.method === 'PATCH' && status === 400
      ? { ...document, error_description: `${postkasseadresse} was left as it is` }
      : document
  },
}
