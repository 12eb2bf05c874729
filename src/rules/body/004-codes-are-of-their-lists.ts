import { jsonPointer, valueAt } from '../../evidence/json.ts'
import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

const yesOrNo = ['JA', 'NEI'] as const

const codeLists: readonly (readonly [path: readonly string[], codes: readonly string[]])[] = [
  [['reservasjon'], yesOrNo],
  [['status'], ['AKTIV', 'SLETTET', 'IKKE_REGISTRERT']],
  [['varslingsstatus'], ['KAN_VARSLES', 'KAN_IKKE_VARSLES']],
  // Whether somebody else has the same address: the page shows them in its samples alone.
  [['kontaktinformasjon', 'epostadresse_duplisert'], yesOrNo],
  [['kontaktinformasjon', 'mobiltelefonnummer_duplisert'], yesOrNo],
]

/** Callers branch on these codes, so that an unknown one sends them nowhere. */
export const codesAreOfTheirLists: Rule<PersonReading> = {
  id: 'KRR-BODY-004',
  title: 'status, reservasjon, varslingsstatus, _duplisert: codes of the list',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['ATTR-004', 'ATTR-010', 'ATTR-012'],

  *check({ person }) {
    for (const [path, codes] of codeLists) {
      const code = valueAt(person, ...path)
      if (isPresent(person, ...path) && !codes.some((known) => known === code)) {
        yield {
          at: jsonPointer(path),
          expected: `one of ${codes.join(', ')}`,
          actual: fromWire(code),
        }
      }
    }
  },
}
