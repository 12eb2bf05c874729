import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** A mailbox that nothing can be encrypted for, in the signed representation alone. */
export const digitalPostWithoutSertifikat: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-DIGITAL-POST-WITHOUT-SERTIFIKAT',
  title: 'application/jose has a mailbox without a sertifikat for who has a mobile number alone',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-017'],
  alsoTrips: ['KRR-NEG-003'],
  inject: (person, context) =>
    context.representation === 'application/jose' && isOf(context, 'MOBILE_ONLY')
      ? { ...person, digital_post: mailbox }
      : person,
}

const mailbox = { postkasseadresse: 'ola.nordmann#9YDT', postkasseleverandoeradresse: '984661185' }
