import { osloTime } from '../../reference/api/oslo-time.ts'
import { contactScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { memoryOf } from '../memory.ts'
import { withContact, withText } from '../person-document.ts'
import { hasJust } from './same-scopes.ts'

const readings = memoryOf(() => ({ count: 0 }))

export const blindReadingConfirms: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-READING-CONFIRMS',
  title: 'each reading with kontaktinformasjon.read alone is a later confirmation of the address',
  family: 'written blind',
  violates: ['KRR-BODY-022'],
  alsoTrips: ['KRR-SCOPE-006', 'KRR-NEG-003'],
  seam: 'personDocument',
  inject: (person, { scopes, people, record }) => {
    const confirmed = record?.epostadresse?.sist_verifisert
    if (confirmed === undefined || !hasJust(scopes, contactScope)) return person
    const memory = readings(people)
    memory.count += 1
    return withContact(person, (contact) =>
      withText(contact, 'epostadresse_sist_verifisert', () =>
        osloTime(confirmed + memory.count * 60_000),
      ),
    )
  },
}
