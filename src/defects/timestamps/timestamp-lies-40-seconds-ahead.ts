import { osloTime } from '../../reference/api/oslo-time.ts'
import type { DefectAt } from '../defect.ts'
import { isOf, withContact, withText } from '../person-document.ts'

/** A clock that runs fast, by little more than is allowed. */
export const timestampLies40SecondsAhead: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-TIMESTAMP-LIES-40-SECONDS-AHEAD',
  title:
    'epostadresse_sist_verifisert lies 40 seconds ahead where there is no number, in application/jose',
  family: 'timestamps',
  seam: 'personDocument',
  violates: ['KRR-BODY-007'],
  alsoTrips: ['KRR-NEG-003'],
  inject: (person, context) =>
    context.representation === 'application/jose' && isOf(context, 'MAIL_ONLY')
      ? withContact(person, (contact) =>
          withText(contact, 'epostadresse_sist_verifisert', () => osloTime(context.now + 40_000)),
        )
      : person,
}
