import { stringAt } from '../../evidence/json.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

// As the register validates it: words between dots, or a quoted string, at a domain of two labels or
// more, or at an address literal. Letters of any alphabet count.
const local = String.raw`(?:[^\s\p{Cc}()<>@,;:"\\.[\]]+(?:\.[^\s\p{Cc}()<>@,;:"\\.[\]]+)*|"[^"\p{Cc}]+")`
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?`
const domain = String.raw`(?:(?:${label}\.)+(?![0-9]+$)${label}|\[[^\s[\]]+\])`
const address = new RegExp(`^${local}@${domain}$`, 'u')

const epostadresse = ({ person }: PersonReading): string | undefined =>
  stringAt(person, 'kontaktinformasjon', 'epostadresse') || undefined

/** What is no address reaches nobody, and what is longer does not fit where callers keep it. */
export const epostadresseIsAnAddress: Rule<PersonReading> = {
  id: 'KRR-BODY-012',
  title: 'epostadresse is an address of 3 to 50 characters',
  level: 'SHOULD',
  basis: 'documented',
  since: 2,
  cites: ['MAIL-001', 'MAIL-003'],

  // Of another type than string it is KRR-BODY-001's deviation alone.
  notApplicable: (reading) =>
    epostadresse(reading) === undefined ? 'there is no epostadresse' : undefined,

  *check(reading) {
    const text = epostadresse(reading) ?? ''
    const at = '/kontaktinformasjon/epostadresse'
    const length = Array.from(text).length
    if (length < 3 || length > 50) {
      yield { at, expected: '3 to 50 characters', actual: `${length} characters` }
    } else if (!address.test(text)) {
      yield { at, expected: 'an e-mail address', actual: fromWire(text) }
    }
  },
}
