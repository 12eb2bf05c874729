import { osloTime } from '../../reference/api/oslo-time.ts'
import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** As of a server whose clock was never told of the winter time; of reserved people alone. */
export const timestampLiesAnHourAhead: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-TIMESTAMP-LIES-AN-HOUR-AHEAD',
  title: 'reservasjonstidspunkt lies an hour ahead',
  family: 'timestamps',
  seam: 'personDocument',
  violates: ['KRR-BODY-007'],
  inject: (person, { now }) =>
    withText(person, 'reservasjonstidspunkt', () => osloTime(now + 3_600_000)),
}
