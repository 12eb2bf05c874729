import { hasScope, isGone, type PersonReading } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { instantAt } from './timestamps.ts'

/** When the person last changed or confirmed an address, as far as the answer says. */
const timesOf = ({ person }: PersonReading): readonly number[] =>
  ['epostadresse', 'mobiltelefonnummer'].flatMap((address) =>
    ['oppdatert', 'sist_verifisert'].flatMap(
      (what) => instantAt(person, ['kontaktinformasjon', `${address}_${what}`]) ?? [],
    ),
  )

const eighteenMonthsBefore = (now: number): number => {
  const instant = new Date(now)
  return instant.setUTCMonth(instant.getUTCMonth() - 18)
}

/**
 * One time that is newer is enough to be notified. By which address varslingsstatus goes, and whether a run at night
 * sets it, no page says: what was met is told, and nothing is judged.
 */
export const ageOfAddressesBesideVarslingsstatus: Rule<PersonReading> = {
  id: 'KRR-BODY-027',
  title: 'Whether varslingsstatus goes by the 18 months is told',
  level: 'INFO',
  basis: 'documented',
  since: 3,
  byClock: true,
  tellsOfPerson: true,
  cites: ['AGE-002'],

  notApplicable: (reading) => {
    const { person } = reading
    if (!hasScope(reading, 'krr:user/kontaktinformasjon.read')) {
      return 'krr:user/kontaktinformasjon.read was not granted'
    }
    if (isGone(person) || person['reservasjon'] === 'JA') {
      return 'the person is reserved or gone: varslingsstatus says no more'
    }
    return timesOf(reading).length === 0 ? 'there is no time of an address' : undefined
  },

  check: () => [],

  met: (reading) => {
    const { varslingsstatus } = reading.person
    const limit = eighteenMonthsBefore(reading.exchange.receivedAt)
    const isFresh = timesOf(reading).some((time) => time > limit)
    if (varslingsstatus !== 'KAN_VARSLES' && varslingsstatus !== 'KAN_IKKE_VARSLES')
      return undefined
    if ((varslingsstatus === 'KAN_VARSLES') === isFresh) {
      return `${varslingsstatus}, by the 18 months`
    }
    return isFresh
      ? 'KAN_IKKE_VARSLES, though one time is newer than 18 months'
      : 'KAN_VARSLES, though every time is older than 18 months'
  },
}
