import { contactScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** The language is shown by this scope; that it can be changed by another was overlooked. */
export const contactReadersMayWrite: DefectAt<'authorisation'> = {
  id: 'DEF-SCOPE-CONTACT-READERS-MAY-WRITE',
  title: 'PATCH is granted to who reads contact data',
  family: 'scopes and data minimisation',
  seam: 'authorisation',
  violates: ['KRR-SCOPE-009'],
  inject: (authorisation, { request, scopes }) =>
    request.method === 'PATCH' && scopes.includes(contactScope)
      ? { kind: 'granted' }
      : authorisation,
}
