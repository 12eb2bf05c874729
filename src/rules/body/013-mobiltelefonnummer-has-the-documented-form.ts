import { stringAt } from '../../evidence/json.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

const documentedForm = /^\+?[- _0-9]+$/

const mobiltelefonnummer = ({ person }: PersonReading): string | undefined =>
  stringAt(person, 'kontaktinformasjon', 'mobiltelefonnummer') || undefined

/**
 * The page also has Norwegian numbers begin with 4 or 9, and breaks that in its own sample: numbers of before
 * are not judged by it.
 */
export const mobiltelefonnummerHasTheDocumentedForm: Rule<PersonReading> = {
  id: 'KRR-BODY-013',
  title: 'mobiltelefonnummer has the documented form, 8 to 20 characters',
  level: 'SHOULD',
  basis: 'documented',
  since: 2,
  cites: ['MOB-001', 'MOB-002', 'MOB-003'],

  // Of another type than string it is KRR-BODY-001's deviation alone.
  notApplicable: (reading) =>
    mobiltelefonnummer(reading) === undefined ? 'there is no mobiltelefonnummer' : undefined,

  *check(reading) {
    const text = mobiltelefonnummer(reading) ?? ''
    const at = '/kontaktinformasjon/mobiltelefonnummer'
    const length = Array.from(text).length
    if (length < 8 || length > 20) {
      yield { at, expected: '8 to 20 characters', actual: `${length} characters` }
    } else if (!documentedForm.test(text)) {
      const expected = 'digits, blanks, hyphens and underlines, with or without + before them'
      yield { at, expected, actual: fromWire(text) }
    }
  },
}
