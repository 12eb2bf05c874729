import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

export const blindMailboxTakenOver: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-MAILBOX-TAKEN-OVER',
  title: 'a document with digital_post is refused, and the address of the mailbox is stored',
  family: 'written blind',
  violates: ['KRR-PATCH-010'],
  seam: 'patchEffect',
  inject: (record, { sent }) => {
    const mailbox = isJsonObject(sent) ? sent['digital_post'] : undefined
    const address = isJsonObject(mailbox) ? mailbox['postkasseadresse'] : undefined
    return record?.digital_post === undefined || typeof address !== 'string'
      ? record
      : { ...record, digital_post: { ...record.digital_post, postkasseadresse: address } }
  },
}
