import { osloTime } from '../../reference/api/oslo-time.ts'
import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** Both readings are documented, and this is neither: who asks for the mailbox alone is told that there is one. */
export const addressOfTheExpiredIsNotFiltered: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-ADDRESS-OF-THE-EXPIRED-IS-NOT-FILTERED',
  title: 'KAN_IKKE_VARSLES filters the mailbox of who has expired, and not kontaktinformasjon',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-011'],
  inject: (person, context) => {
    const address = context.record?.epostadresse
    if (address === undefined || !isOf(context, 'EXPIRED')) return person
    if (person['varslingsstatus'] === undefined) return person
    return {
      ...person,
      kontaktinformasjon: {
        epostadresse: address.value,
        epostadresse_oppdatert: osloTime(address.oppdatert),
        epostadresse_sist_verifisert: osloTime(address.sist_verifisert),
      },
    }
  },
}
