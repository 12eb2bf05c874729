import { contactScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** A certificate is public, one may think; it is the person's, and of another scope. */
export const contactReadersSeeTheCertificate: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-CONTACT-READERS-SEE-THE-CERTIFICATE',
  title: 'sertifikat is given to who reads contact data',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-005'],
  inject: (document, { scopes, complete }) =>
    scopes.includes(contactScope) && 'sertifikat' in complete
      ? { ...document, sertifikat: complete['sertifikat'] }
      : document,
}
