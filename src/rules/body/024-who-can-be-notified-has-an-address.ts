import { hasScope, isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { type Rule, unmet } from '../rule.ts'
import { outOfReach } from './out-of-reach.ts'

const isFilled = ({ person }: PersonReading, member: string): boolean =>
  isPresent(person, 'kontaktinformasjon', member)

/** KAN_VARSLES says that there is contact information fresh enough to be used. */
export const whoCanBeNotifiedHasAnAddress: Rule<PersonReading> = {
  id: 'KRR-BODY-024',
  title: 'KAN_VARSLES has an e-mail address or a mobile number',
  level: 'MUST',
  basis: 'documented',
  tellsOfPerson: true,
  since: 1,
  cites: ['PERS-008', 'ATTR-036'],

  fixedWhen: ['cannot-be-notified'],
  notApplicable: (reading) => {
    if (!hasScope(reading, 'krr:user/kontaktinformasjon.read')) {
      return 'krr:user/kontaktinformasjon.read was not granted'
    }
    if (reading.person['varslingsstatus'] !== 'KAN_VARSLES') {
      return unmet('cannot-be-notified')
    }
    return outOfReach(reading.person) === undefined
      ? undefined
      : 'KAN_VARSLES itself is the deviation (KRR-BODY-010)'
  },

  *check(reading) {
    if (!isFilled(reading, 'epostadresse') && !isFilled(reading, 'mobiltelefonnummer')) {
      yield {
        at: '/kontaktinformasjon',
        expected: 'epostadresse or mobiltelefonnummer, for varslingsstatus is KAN_VARSLES',
        actual: 'neither',
      }
    }
  },
}
