import { valueAt } from '../../evidence/json.ts'
import {
  filteredMembers,
  hasScope,
  isPresent,
  mailboxMembers,
  type PersonReading,
} from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { notInState } from './configured-state.ts'

type Filtered = (typeof filteredMembers)[number]

/** What the scopes would yield of those three, and which of it is there. */
const askedFor = (reading: PersonReading): readonly Filtered[] =>
  filteredMembers.filter(
    (member) => member === 'kontaktinformasjon' || hasScope(reading, 'krr:user/digitalpost.read'),
  )
const given = (reading: PersonReading): readonly Filtered[] =>
  askedFor(reading).filter((member) => isPresent(reading.person, member))

const isOfMailbox = (member: Filtered): boolean => mailboxMembers.some((own) => own === member)

/**
 * What is missing beside the rest. Who cannot be notified has contact information, though an old one; a
 * mailbox not everybody has, so that its absence counts only where the person is known to have one.
 */
const missing = (reading: PersonReading): readonly Filtered[] => {
  const rest = given(reading)
  if (rest.length === 0) return []
  const hasMailbox =
    rest.some(isOfMailbox) || mailboxMembers.some((own) => reading.expected.has.includes(own))
  return askedFor(reading)
    .filter((member) => !rest.includes(member))
    .filter((member) => hasMailbox || !isOfMailbox(member))
}

const isReserved = ({ person }: PersonReading): boolean => person['reservasjon'] === 'JA'

/** Times that an address left behind. */
const isBareContact = ({ person }: PersonReading): boolean =>
  isPresent(person, 'kontaktinformasjon') &&
  !['epostadresse', 'mobiltelefonnummer'].some((value) =>
    isPresent(person, 'kontaktinformasjon', value),
  )

/**
 * Of who is reserved Digdir's own table of expected answers has both too, and notices are sent to them: only a mailbox
 * is none of theirs. One page of Digdir's says that addresses which have expired are filtered together with the mailbox, another one
 * that they are given out all the same. Either is accepted; some of it is neither.
 */
export const whoCannotBeNotifiedIsFilteredOrNot: Rule<PersonReading> = {
  id: 'KRR-BODY-011',
  title: 'KAN_IKKE_VARSLES has all contact data and mailbox, or none of it',
  level: 'SHOULD',
  basis: 'documented',
  tellsOfPerson: true,
  since: 2,
  cites: ['PERS-007', 'AGE-006'],

  notApplicable: (reading) => {
    const { status, varslingsstatus } = reading.person
    if (!hasScope(reading, 'krr:user/kontaktinformasjon.read')) {
      return 'krr:user/kontaktinformasjon.read was not granted'
    }
    if (status === 'SLETTET' || status === 'IKKE_REGISTRERT') {
      return 'the person is SLETTET or IKKE_REGISTRERT (KRR-BODY-008)'
    }
    return varslingsstatus === 'KAN_IKKE_VARSLES'
      ? undefined
      : notInState(reading, ['EXPIRED', 'RESERVED'], 'varslingsstatus is not KAN_IKKE_VARSLES')
  },

  *check(reading) {
    const rest = given(reading)
    if (isBareContact(reading)) {
      const actual = fromWire(valueAt(reading.person, 'kontaktinformasjon'))
      yield { at: '/kontaktinformasjon', expected: 'an address, or absent', actual }
    }
    if (isReserved(reading)) {
      for (const member of rest.filter(isOfMailbox)) {
        const actual = fromWire(reading.person[member])
        yield { at: `/${member}`, expected: 'absent, for reservasjon is JA', actual }
      }
      return
    }
    for (const member of missing(reading)) {
      const expected = `there beside ${rest.join(' and ')}, or all of it absent`
      yield { at: `/${member}`, expected, actual: 'absent' }
    }
  },

  met: (reading) => {
    const rest = given(reading)
    if (rest.length === 0) return `filtered: ${askedFor(reading).join(', ')}`
    if (isBareContact(reading)) return undefined
    if (isReserved(reading)) {
      return rest.some(isOfMailbox)
        ? undefined
        : 'not filtered: kontaktinformasjon, though reservasjon is JA'
    }
    return missing(reading).length > 0 ? undefined : `not filtered: ${rest.join(', ')}`
  },
}
