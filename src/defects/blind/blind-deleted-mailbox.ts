import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'
import { hasJust } from './same-scopes.ts'

export const blindDeletedMailbox: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-DELETED-MAILBOX',
  title: 'digitalpost.read alone still yields the mailbox of a deleted person',
  family: 'written blind',
  violates: ['KRR-BODY-008'],
  // The tightened schema says so too.
  alsoTrips: ['KRR-BODY-001'],
  seam: 'personDocument',
  inject: (person, context) => {
    const mailbox = context.people.MAIN.record?.digital_post
    if (mailbox === undefined || !isOf(context, 'DELETED')) return person
    const { sertifikat, ...digital_post } = mailbox
    return hasJust(context.scopes, mailboxScope) ? { ...person, digital_post, sertifikat } : person
  },
}
