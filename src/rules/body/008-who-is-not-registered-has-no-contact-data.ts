import { filteredMembers, isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { notInState } from './configured-state.ts'

const gone: readonly unknown[] = ['SLETTET', 'IKKE_REGISTRERT']

/** The register holds nothing of them, so that nothing can be given out, whatever the scope. */
export const whoIsNotRegisteredHasNoContactData: Rule<PersonReading> = {
  id: 'KRR-BODY-008',
  title: 'SLETTET and IKKE_REGISTRERT have no contact data and no mailbox',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PERS-003'],

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
