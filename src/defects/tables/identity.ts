import {
  encodeJson,
  fieldValue,
  isJsonObject,
  type JsonObject,
} from '../../reference/api/message.ts'
import { project } from '../../reference/api/project.ts'
import type { RequestContext } from '../../reference/api/seams.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { memoryOf } from '../memory.ts'
import { isOf, withContact, without, withText } from '../person-document.ts'

/** One count for each question, for each environment: its people are made once. */
const counts = new WeakMap<RequestContext['people'], Map<string, number>>()

/** The how many-th answer this is to the same question (credentials and `Accept`) since the last PATCH. */
const answersSinceTheLastWrite = ({ people, request }: RequestContext): number => {
  const ofPeople = counts.get(people) ?? new Map<string, number>()
  counts.set(people, ofPeople)
  if (request.method === 'PATCH') ofPeople.clear()
  const asked = ['authorization', 'accept'].map((name) => fieldValue(request, name))
  const question = [request.method, request.path, ...asked].join(' ')
  const count = (ofPeople.get(question) ?? 0) + 1
  ofPeople.set(question, count)
  return count
}

const answers = memoryOf(() => ({ count: 0 }))

/** Whether it is every so many-th answer with this person. */
const isEvery = (number: number, { people }: RequestContext): boolean => {
  const memory = answers(people)
  memory.count += 1
  return memory.count % number === 0
}

/** Whom the last answer was about, for each environment. */
const servedBefore = new WeakMap<
  RequestContext['people'],
  { readonly pid: string; readonly person: JsonObject; readonly times: number }
>()

const withNextLastDigit = (number: string): string =>
  `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`

/** Faults about whose person it is, and whether it stays the same. */
export const identityDefects = ofFamily('identity', [
  /** A real number with valid control digits: only who logged in shows that it is the wrong one. */
  {
    id: 'DEF-BODY-PERSON-IS-SOMEBODY-ELSE',
    title: "personidentifikator is another person's",
    seam: 'personDocument',
    violates: ['KRR-BODY-002'],
    inject: (person, context) =>
      isOf(context, 'MAIN')
        ? { ...person, personidentifikator: context.people.D_NUMBER.pid }
        : person,
  },
  /** Signed, and about somebody else. */
  {
    id: 'DEF-BODY-PERSON-IS-SOMEBODY-ELSE-IN-THE-JWS',
    title: "personidentifikator is another person's in application/jose",
    seam: 'personDocument',
    violates: ['KRR-BODY-002'],
    // Another test user of the run, and in one representation: a mix-up to whoever asks, as far as it can be compared.
    alsoTrips: ['KRR-AUTH-016', 'KRR-NEG-003'],
    inject: (person, context) =>
      context.representation === 'application/jose' && isOf(context, 'MAIN')
        ? { ...person, personidentifikator: context.people.NO_MAILBOX.pid }
        : person,
  },
  /** Kept as a number somewhere on its way: who was born on one of the first nine days has ten digits. */
  {
    id: 'DEF-BODY-LEADING-ZERO-IS-LOST',
    title: 'personidentifikator has lost its leading zero',
    seam: 'personDocument',
    violates: ['KRR-BODY-003', 'KRR-BODY-001'],
    inject: (person) =>
      withText(person, 'personidentifikator', (number) => number.replace(/^0/, '')),
  },
  /** The second one, since the first may leave a remainder in numbers issued from 2032 on. */
  {
    id: 'DEF-BODY-SECOND-CONTROL-DIGIT-IS-WRONG',
    title: 'personidentifikator ends in a wrong control digit',
    seam: 'personDocument',
    violates: ['KRR-BODY-003'],
    inject: (person) => withText(person, 'personidentifikator', withNextLastDigit),
  },
  /**
   * As a cache would do that forgets one member. A write empties it, so that what a change does to the
   * person is seen as it is.
   */
  {
    id: 'DEF-BODY-SECOND-ANSWER-DIFFERS',
    title: 'every second answer to the same question lacks spraak_oppdatert',
    seam: 'response',
    violates: ['KRR-BODY-022'],
    inject(response, context) {
      const { request, representation } = context
      const answers = answersSinceTheLastWrite(context)
      if (representation !== 'application/json' || answers % 2 !== 0) return response
      if (fieldValue(request, 'accept') !== 'application/json') return response
      const person = JSON.parse(Buffer.from(response.content).toString('utf8')) as JsonObject
      return { ...response, content: encodeJson(without(person, 'spraak_oppdatert')) }
    },
  },
  /** As a cache of one combination would do. */
  {
    id: 'DEF-BODY-SECOND-JWS-OF-CONTACT-READERS-DIFFERS',
    title:
      'every second JWS for kontaktinformasjon.read alone lacks when the address was confirmed',
    seam: 'personDocument',
    violates: ['KRR-BODY-022'],
    inject: (person, context) => {
      const isSecond =
        context.representation === 'application/jose' &&
        isAskedWith(context, 'kontaktinformasjon') &&
        answersSinceTheLastWrite(context) % 2 === 0
      return isSecond
        ? withContact(person, (contact) => without(contact, 'epostadresse_sist_verifisert'))
        : person
    },
  },
  /** Asked for it alone the signed person is whole, so that the same question has two answers. */
  {
    id: 'DEF-BODY-PREFERRED-JWS-LACKS-A-MEMBER',
    title: 'application/jose lacks reservasjon_oppdatert where application/json would do too',
    seam: 'personDocument',
    violates: ['KRR-BODY-022'],
    inject: (person, { representation, request }) =>
      representation === 'application/jose' && fieldValue(request, 'accept') !== 'application/jose'
        ? without(person, 'reservasjon_oppdatert')
        : person,
  },
  /** Who was reset has nothing that a rule could find fault with. */
  {
    id: 'DEF-SCOPE-MAIN-TEST-USER-IS-DELETED',
    title: 'the main test user comes back as SLETTET, with the base members alone',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-013'],
    inject: (person, context) =>
      isOf(context, 'MAIN')
        ? {
            personidentifikator: person['personidentifikator'],
            reservasjon: 'NEI',
            status: 'SLETTET',
            ...('varslingsstatus' in person ? { varslingsstatus: 'KAN_IKKE_VARSLES' } : {}),
          }
        : person,
  },
  /** One of three servers has not heard of the last change yet. */
  {
    id: 'DEF-BODY-REPLICA-LAGS-BEHIND',
    title: 'every third answer has a mobile number of before',
    seam: 'personDocument',
    violates: ['KRR-BODY-022'],
    inject(person, context) {
      if (!isOf(context, 'MAIN') || !isEvery(3, context)) return person
      return withContact(person, (contact) =>
        withText(contact, 'mobiltelefonnummer', () => '+4798765432'),
      )
    },
  },
  /** A cache whose key is too short: the right person mostly, and now and then whoever asked before. */
  {
    id: 'DEF-BODY-SOMEBODY-ELSE-NOW-AND-THEN',
    title: 'every seventh answer is another person, whole',
    seam: 'personDocument',
    violates: ['KRR-BODY-002'],
    // Another test user, whom the run asks for too: from outside nobody can tell it from a mix-up.
    alsoTrips: ['KRR-AUTH-016'],
    inject(person, context) {
      if (!isOf(context, 'MAIN') || !isEvery(7, context)) return person
      const { people, scopes, now } = context
      const { pid, record } = people.MOBILE_ONLY
      return project(record, { personidentifikator: pid, scopes, now, deliverExpired: false })
    },
  },
  /** Kept under a key that forgets whose it is: whoever asks next, and is somebody else, gets it every third time. */
  {
    id: 'DEF-AUTH-SHARED-CACHE-MIXES-PEOPLE-UP',
    title: 'every third time that another person asks with all scopes they get the one before',
    seam: 'personDocument',
    violates: ['KRR-AUTH-016'],
    alsoTrips: ['KRR-BODY-002'],
    inject(person, context) {
      const { people, claims, scopes } = context
      if (scopes.filter((scope) => scope.startsWith('krr:')).length < 3) return person
      const pid = String(claims['pid'])
      const before = servedBefore.get(people)
      const isAnother = before !== undefined && before.pid !== pid
      const times = (before?.times ?? 0) + (isAnother ? 1 : 0)
      servedBefore.set(people, { pid, person, times })
      return isAnother && times % 3 === 0 ? before.person : person
    },
  },
  /** The number in the document says whose language it is, whoever the token names. */
  {
    id: 'DEF-AUTH-DOCUMENT-NAMES-WHOSE-LANGUAGE-CHANGES',
    title: 'a PATCH whose document names another person changes the language of that one',
    seam: 'patchEffect',
    violates: ['KRR-AUTH-017'],
    inject(stored, { sent, people }) {
      if (!isJsonObject(sent) || typeof sent['spraak'] !== 'string') return stored
      const named = Object.values(people).find(({ pid }) => pid === sent['personidentifikator'])
      return named?.record === undefined ? stored : { ...named.record, spraak: sent['spraak'] }
    },
  },
  /** The row of whoever was written before is written once more. */
  {
    id: 'DEF-AUTH-CHANGE-IS-STORED-WITH-SOMEBODY-ELSE',
    title: 'a change with spraak.write alone is stored with another person',
    seam: 'patchEffect',
    violates: ['KRR-AUTH-017', 'KRR-PATCH-003'],
    inject(stored, context) {
      const { record } = context.people.NO_MAILBOX
      const { decision } = context
      if (record === undefined || decision.kind !== 'accepted') return stored
      return isAskedWith(context, 'spraak') ? { ...record, spraak: decision.spraak } : stored
    },
  },
])
