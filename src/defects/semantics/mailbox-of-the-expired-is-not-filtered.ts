import type { JsonObject } from '../../reference/api/message.ts'
import type { PersonRecord } from '../../reference/api/person-record.ts'
import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** Both readings are documented, and this is neither: the filter knows one element of three. */
export const mailboxOfTheExpiredIsNotFiltered: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-MAILBOX-OF-THE-EXPIRED-IS-NOT-FILTERED',
  title: 'KAN_IKKE_VARSLES filters kontaktinformasjon of who has expired, and not the mailbox',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-011'],
  inject: (person, context) =>
    isOf(context, 'EXPIRED') ? withMailbox(person, context.record) : person,
}

const withMailbox = (person: JsonObject, record: PersonRecord | undefined): JsonObject => {
  if (record?.digital_post === undefined) return person
  const { sertifikat, ...addresses } = record.digital_post
  return { ...person, digital_post: addresses, sertifikat }
}
