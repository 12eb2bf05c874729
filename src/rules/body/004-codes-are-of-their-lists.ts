import { isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

const codeLists: ReadonlyMap<string, readonly string[]> = new Map([
  ['reservasjon', ['JA', 'NEI']],
  ['status', ['AKTIV', 'SLETTET', 'IKKE_REGISTRERT']],
  ['varslingsstatus', ['KAN_VARSLES', 'KAN_IKKE_VARSLES']],
])

/** Callers branch on these codes, so that an unknown one sends them nowhere. */
export const codesAreOfTheirLists: Rule<PersonReading> = {
  id: 'KRR-BODY-004',
  title: 'status, reservasjon and varslingsstatus are within their code lists',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['ATTR-004', 'ATTR-010', 'ATTR-012'],

  *check({ person }) {
    for (const [member, codes] of codeLists) {
      const code = person[member]
      if (isPresent(person, member) && !codes.some((known) => known === code)) {
        yield { at: `/${member}`, expected: `one of ${codes.join(', ')}`, actual: fromWire(code) }
      }
    }
  },
}
