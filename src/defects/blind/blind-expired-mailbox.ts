import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

export const blindExpiredMailbox: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-EXPIRED-MAILBOX',
  title:
    'of a person whose addresses expired the address is filtered, and the mailbox is delivered',
  family: 'written blind',
  violates: ['KRR-BODY-011'],
  alsoTrips: ['KRR-JWS-009'],
  seam: 'personDocument',
  inject: (person, context) => {
    const mailbox = context.record?.digital_post
    if (mailbox === undefined || !isOf(context, 'EXPIRED')) return person
    const { sertifikat, ...digital_post } = mailbox
    return person['varslingsstatus'] === undefined
      ? person
      : { ...person, digital_post, sertifikat }
  },
}
