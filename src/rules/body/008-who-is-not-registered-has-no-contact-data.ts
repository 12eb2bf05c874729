import { filteredMembers, isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { BEGREP_PERSON } from '../sources.ts'
import { notInState } from './configured-state.ts'

const gone: readonly unknown[] = ['SLETTET', 'IKKE_REGISTRERT']

/** The register holds nothing of them, so that nothing can be given out, whatever the scope. */
export const whoIsNotRegisteredHasNoContactData: Rule<PersonReading> = {
  id: 'KRR-BODY-008',
  title: 'SLETTET or IKKE_REGISTRERT: no contact data, mailbox, certificate',
  level: 'MUST',
  basis: 'documented',
  citations: [
    {
      source: BEGREP_PERSON,
      section: 'Kodeverk for status',
      quote:
        'Ved SLETTET og IKKE_REGISTRERT har ikke registeret informasjon om Kontaktinfo eller PostkasseInfo eller Sertifikat, og vil ikke kunne levere ut disse elementene',
    },
  ],

  notApplicable: (reading) =>
    gone.includes(reading.person['status'])
      ? undefined
      : notInState(
          reading,
          ['DELETED', 'UNREGISTERED'],
          'the person is neither SLETTET nor IKKE_REGISTRERT',
        ),

  *check({ person }) {
    for (const member of filteredMembers) {
      if (isPresent(person, member)) {
        yield { at: `/${member}`, expected: 'absent', actual: fromWire(person[member]) }
      }
    }
  },
}
