import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** A certificate for a mailbox that nobody opened, in the signed representation alone. */
export const unregisteredPersonHasASertifikat: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-UNREGISTERED-PERSON-HAS-A-SERTIFIKAT',
  title: 'application/jose has a sertifikat for who is not in the register',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-008', 'KRR-BODY-001'],
  alsoTrips: ['KRR-NEG-003'],
  inject: (person, context) =>
    context.representation === 'application/jose' && isOf(context, 'UNREGISTERED')
      ? { ...person, sertifikat: context.pki.mailboxCertificate }
      : person,
}
