import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** As a database prints it. RFC 3339 lets people write it so; the documented forms have T. */
export const timestampHasASpace: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-TIMESTAMP-HAS-A-SPACE',
  title: 'reservasjonstidspunkt has a space between date and time',
  family: 'timestamps',
  seam: 'personDocument',
  violates: ['KRR-BODY-006', 'KRR-BODY-001'],
  inject: (person) => withText(person, 'reservasjonstidspunkt', (time) => time.replace('T', ' ')),
}
