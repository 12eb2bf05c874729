import { isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { KRR_ATTRIBUTTER } from '../sources.ts'

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
  citations: [
    { source: KRR_ATTRIBUTTER, section: 'Attributter i KRR', quote: 'JA, NEI' },
    {
      source: KRR_ATTRIBUTTER,
      section: 'Attributter i KRR',
      quote: 'AKTIV, SLETTET, IKKE_REGISTRERT',
    },
    {
      source: KRR_ATTRIBUTTER,
      section: 'Attributter i KRR',
      quote: 'KAN_VARSLES, KAN_IKKE_VARSLES',
    },
  ],

  *check({ person }) {
    for (const [member, codes] of codeLists) {
      const code = person[member]
      if (isPresent(person, member) && !codes.some((known) => known === code)) {
        yield { at: `/${member}`, expected: `one of ${codes.join(', ')}`, actual: fromWire(code) }
      }
    }
  },
}
