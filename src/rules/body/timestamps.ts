import { type JsonObject, stringAt } from '../../evidence/json.ts'
import { isPresent } from '../../evidence/person-reading.ts'
import { parseTimestamp } from '../../evidence/value-form.ts'

/** Where a person has timestamps: all that the register gives out. */
const timestamps: readonly (readonly string[])[] = [
  ['reservasjonstidspunkt'],
  ['reservasjon_oppdatert'],
  ['spraak_oppdatert'],
  ...[
    'epostadresse_oppdatert',
    'epostadresse_sist_verifisert',
    'epostadresse_sist_validert',
    'mobiltelefonnummer_oppdatert',
    'mobiltelefonnummer_sist_verifisert',
    'mobiltelefonnummer_sist_validert',
  ].map((member) => ['kontaktinformasjon', member]),
]

/** The paths of the timestamps that this person has, whatever stands there. */
export const timestampsOf = (person: JsonObject): readonly (readonly string[])[] =>
  timestamps.filter((path) => isPresent(person, ...path))

/** The instant at a path in milliseconds since the epoch, or undefined where none stands there. */
export const instantAt = (person: JsonObject, path: readonly string[]): number | undefined =>
  parseTimestamp(stringAt(person, ...path) ?? '')
