import { osloTime } from '../../reference/api/oslo-time.ts'
import { languageScope, mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { hasJust } from './same-scopes.ts'

export const blindLanguageWithMailbox: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-BLIND-LANGUAGE-WITH-MAILBOX',
  title: 'digitalpost.read and spraak.write together yield the language; neither alone does',
  family: 'written blind',
  violates: ['KRR-SCOPE-011', 'KRR-SCOPE-006'],
  seam: 'personDocument',
  inject: (person, { scopes, record }) =>
    hasJust(scopes, mailboxScope, languageScope) && record?.spraak !== undefined
      ? {
          ...person,
          spraak: record.spraak,
          spraak_oppdatert: osloTime(record.spraak_oppdatert ?? 0),
        }
      : person,
}
