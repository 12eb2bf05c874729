import { filteredMembers, isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { BEGREP_PERSON } from '../sources.ts'

const gone: readonly unknown[] = ['SLETTET', 'IKKE_REGISTRERT']

/** The register holds nothing of them, so that nothing can be given out, whatever the scope. */
export const whoIsNotRegisteredHasNoContactData: Rule<PersonReading> = {
  id: 'KRR-BODY-008',
  title: 'SLETTET or IKKE_REGISTRERT: no contact data, mailbox, certificate',
  level: 'MUST',
  basis: 'documented',
  citations: [{ source: BEGREP_PERSON, section: 'Kodeverk for status' }],

  notApplicable: ({ person }) =>
    gone.includes(person['status'])
      ? undefined
      : 'the person is neither SLETTET nor IKKE_REGISTRERT',

  *check({ person }) {
    for (const member of filteredMembers) {
      if (isPresent(person, member)) {
        yield { at: `/${member}`, expected: 'absent', actual: fromWire(person[member]) }
      }
    }
  },
}
