import { jsonPointer, valueAt } from '../../evidence/json.ts'
import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import { type Rule, unmet } from '../rule.ts'

const values: readonly (readonly string[])[] = [
  ['reservasjon'],
  ['kontaktinformasjon', 'epostadresse'],
  ['kontaktinformasjon', 'mobiltelefonnummer'],
  ['spraak'],
]

/** NEI is what the register says of who never chose, which happened at no time. */
const valuesOf = ({ person }: PersonReading): readonly (readonly string[])[] =>
  values
    .filter((path) => isPresent(person, ...path))
    .filter(([member]) => member !== 'reservasjon' || person['reservasjon'] === 'JA')

/** Without its time nobody can tell whether an address is older than the 18 months. */
export const valuesComeWithTheirTimes: Rule<PersonReading> = {
  id: 'KRR-BODY-014',
  title: 'A value comes with its _oppdatert',
  level: 'SHOULD',
  basis: 'documented',
  since: 2,
  cites: ['PAGE-007', 'ATTR-032', 'ATTR-008'],

  fixedWhen: ['no-value-with-time'],
  notApplicable: (reading) =>
    valuesOf(reading).length > 0 ? undefined : unmet('no-value-with-time'),

  *check(reading) {
    for (const path of valuesOf(reading)) {
      const time = [...path.slice(0, -1), `${path.at(-1)}_oppdatert`]
      if (!isPresent(reading.person, ...time)) {
        const actual = orAbsent(valueAt(reading.person, ...time))
        yield { at: jsonPointer(time), expected: `there beside ${path.at(-1)}`, actual }
      }
    }
  },
}
