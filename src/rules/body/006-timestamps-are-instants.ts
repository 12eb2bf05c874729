import { valueAt } from '../../evidence/json.ts'
import { jsonPointer } from '../../evidence/json-pointer.ts'
import { isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { parseTimestamp } from '../../evidence/timestamp.ts'
import { fromWire, type Rule } from '../rule.ts'
import { BRUKERSPESIFIKT_OPPSLAG, KRR_ATTRIBUTTER } from '../sources.ts'

const timestamps: readonly (readonly string[])[] = [
  ['reservasjonstidspunkt'],
  ['reservasjon_oppdatert'],
  ['spraak_oppdatert'],
  ...[
    'epostadresse_oppdatert',
    'epostadresse_sist_verifisert',
    'mobiltelefonnummer_oppdatert',
    'mobiltelefonnummer_sist_verifisert',
  ].map((member) => ['kontaktinformasjon', member]),
]

/**
 * Digdir's samples show `2018-06-29T10:14:52+02` and `2023-08-05T10:45:15.768Z`; these and what lies
 * between them (`+0200`, `+02:00`, with and without a fraction) are accepted.
 */
export const timestampsAreInstants: Rule<PersonReading> = {
  id: 'KRR-BODY-006',
  title: 'Timestamps are real instants in one of the documented forms',
  level: 'MUST',
  basis: 'documented',
  citations: [
    { source: BRUKERSPESIFIKT_OPPSLAG, section: 'Eksempel på respons' },
    { source: KRR_ATTRIBUTTER, section: 'Attributter i KRR' },
  ],

  notApplicable: ({ person }) =>
    timestamps.some((path) => isPresent(person, ...path)) ? undefined : 'there is no timestamp',

  *check({ person }) {
    for (const path of timestamps.filter((path) => isPresent(person, ...path))) {
      const value = valueAt(person, ...path)
      if (typeof value !== 'string' || parseTimestamp(value) === undefined) {
        yield {
          at: jsonPointer(path),
          expected: 'an instant as YYYY-MM-DDThh:mm:ss, a fraction or none, Z or an offset',
          actual: fromWire(value),
        }
      }
    }
  },
}
