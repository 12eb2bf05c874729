import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** Left over from a mailbox that was closed. */
export const sertifikatWithoutDigitalPost: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SERTIFIKAT-WITHOUT-DIGITAL-POST',
  title: 'who has no mailbox has a sertifikat',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-017'],
  inject: (person, context) =>
    isOf(context, 'NO_MAILBOX')
      ? { ...person, sertifikat: context.pki.mailboxCertificate }
      : person,
}
