import { isJsonObject } from '../../reference/api/message.ts'
import { contactScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

export const blindNumberForWantOfMailbox: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-BLIND-NUMBER-FOR-WANT-OF-MAILBOX',
  title: 'who reads the mailbox of a person who has none gets their mobile number in its place',
  family: 'written blind',
  violates: ['KRR-SCOPE-003'],
  alsoTrips: ['KRR-SCOPE-006'],
  seam: 'personDocument',
  inject: (person, context) => {
    const { complete, scopes } = context
    const contact = complete['kontaktinformasjon']
    if (!isOf(context, 'NO_MAILBOX') || scopes.includes(contactScope)) return person
    if (!scopes.includes('krr:user/digitalpost.read') || !isJsonObject(contact)) return person
    const number = Object.entries(contact).filter(([name]) => name.startsWith('mobil'))
    return { ...person, kontaktinformasjon: Object.fromEntries(number) }
  },
}
