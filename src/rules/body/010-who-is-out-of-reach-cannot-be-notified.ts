import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule, unmet } from '../rule.ts'
import { notInState } from './configured-state.ts'
import { outOfReach } from './out-of-reach.ts'

/** KAN_VARSLES of somebody reserved or gone would have callers notify in vain. */
export const whoIsOutOfReachCannotBeNotified: Rule<PersonReading> = {
  id: 'KRR-BODY-010',
  title: 'Reserved, SLETTET and IKKE_REGISTRERT people are not KAN_VARSLES',
  level: 'MUST',
  basis: 'documented',
  tellsOfPerson: true,
  since: 1,
  cites: ['ATTR-037'],

  fixedWhen: ['no-varslingsstatus'],
  notApplicable: (reading) => {
    const { person } = reading
    if (outOfReach(person) === undefined) {
      return notInState(
        reading,
        ['RESERVED', 'DELETED', 'UNREGISTERED'],
        'the person is neither reserved nor SLETTET nor IKKE_REGISTRERT',
      )
    }
    return isPresent(person, 'varslingsstatus') ? undefined : unmet('no-varslingsstatus')
  },

  *check({ person }) {
    const why = outOfReach(person)
    if (why !== undefined && person['varslingsstatus'] === 'KAN_VARSLES') {
      yield {
        at: '/varslingsstatus',
        expected: `not KAN_VARSLES, for ${why}`,
        actual: fromWire('KAN_VARSLES'),
      }
    }
  },
}
