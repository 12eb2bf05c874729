import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'

/** The language that was found before the first write, and the person read after the last. */
export interface LeftLanguage {
  readonly found: string
  readonly left: PersonReading
}

/** The register is a national one: a run that judges it must not leave a mark in it. */
export const languageIsLeftAsFound: Rule<LeftLanguage> = {
  id: 'KRR-PATCH-014',
  title: 'The language is left as it was found',
  level: 'MUST',
  basis: 'documented',
  // A change that is lost may be the last of many.
  onWholeRun: true,
  since: 1,
  cites: ['PAGE-038'],

  *check({ found, left }) {
    const spraak = left.person['spraak']
    // Where none was found the empty string stands for that.
    if ((spraak ?? '') !== found) {
      yield { at: '/spraak', expected: 'the language that was found', actual: orAbsent(spraak) }
    }
  },
}
