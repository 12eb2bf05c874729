import { setTimeout as wait } from 'node:timers/promises'
import { encodeJson, type JsonObject } from '../../reference/api/message.ts'
import type { ReferencePeople } from '../../reference/people.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'

const waitingIn = new WeakMap<ReferencePeople, () => void>()

/** So long a change is under way at least: another that comes meanwhile comes at the same time. */
const underWayMs = 250

/** Which of two changes at once this one is; undefined for one that stays alone. */
const atOnce = async (people: ReferencePeople): Promise<'first' | 'second' | undefined> => {
  const tellFirst = waitingIn.get(people)
  if (tellFirst !== undefined) {
    waitingIn.delete(people)
    tellFirst()
    return 'second'
  }
  const met = new Promise<'first'>((resolve) => {
    waitingIn.set(people, () => resolve('first'))
  })
  const place = await Promise.race([met, wait(underWayMs, undefined)])
  if (place === undefined) waitingIn.delete(people)
  return place
}

/** The person with the language registered at the start, whatever was written since; none where none is shown. */
const withFormerLanguage = (person: JsonObject, people: ReferencePeople): JsonObject => {
  const { record } =
    Object.values(people).find(({ pid }) => pid === person['personidentifikator']) ?? {}
  return record?.spraak === undefined || !('spraak' in person)
    ? person
    : { ...person, spraak: record.spraak }
}

const day = 24 * 3_600_000

const storedIn = new WeakMap<ReferencePeople, number>()

/** As many as a whole run makes before it puts the language back: only that fails. */
const storedAtMost = 6

/** Faults in what an accepted change does and how it is answered. */
export const patchEffectDefects = ofFamily('PATCH effect', [
  /** As the default it is said to need no choice: who leaves it never comes back. */
  {
    id: 'DEF-PATCH-BOKMAAL-IS-REFUSED',
    title: 'a change to nb is refused',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-001', 'KRR-PATCH-014'],
    inject: (decision) =>
      decision.kind === 'accepted' && decision.spraak === 'nb'
        ? { kind: 'refused', status: 400, description: 'nb is what is used without a choice' }
        : decision,
  },
  /** It has been made already, and 202 says that it may yet be. */
  {
    id: 'DEF-PATCH-CHANGE-IS-ANSWERED-WITH-202',
    title: 'a change is answered with 202',
    seam: 'response',
    violates: ['KRR-PATCH-001', 'KRR-PATCH-002'],
    // A status that the document does not name.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request }) =>
      request.method === 'PATCH' && response.status === 204
        ? { ...response, status: 202 }
        : response,
  },
  /** Digdir added it last; a list that was copied before has three codes. */
  {
    id: 'DEF-PATCH-NORTH-SAMI-IS-REFUSED',
    title: 'a change to se is refused',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-001'],
    inject: (decision) =>
      decision.kind === 'accepted' && decision.spraak === 'se'
        ? { kind: 'refused', status: 400, description: 'spraak must be nb, nn or en' }
        : decision,
  },
  /** As if who changes a language had to be allowed to read it. */
  {
    id: 'DEF-PATCH-WRITE-SCOPE-ALONE-IS-REFUSED',
    title: 'a change with spraak.write and no read scope is refused',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-001'],
    inject: (decision, context) =>
      isAskedWith(context, 'spraak')
        ? { kind: 'refused', status: 403, description: 'A read scope is missing' }
        : decision,
  },
  /** Zero octets of no media type, from one combination of scopes alone. */
  {
    id: 'DEF-PATCH-CHANGE-IS-ANSWERED-WITH-200',
    title: 'a change with all three scopes is answered with 200 without content',
    seam: 'response',
    violates: ['KRR-PATCH-002'],
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, context) =>
      context.request.method === 'PATCH' &&
      response.status === 204 &&
      isAskedWith(context, 'kontaktinformasjon', 'digitalpost', 'spraak')
        ? { ...response, status: 200 }
        : response,
  },
  /** Accepted, and more than anybody waits for. */
  {
    id: 'DEF-PATCH-CHANGE-IS-ANSWERED-WITH-THE-LANGUAGE',
    title: 'a change is answered with 200 and the document that was sent',
    seam: 'response',
    violates: ['KRR-PATCH-002'],
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request }) =>
      request.method === 'PATCH' && response.status === 204
        ? {
            status: 200,
            fields: [['Content-Type', 'application/json'], ...response.fields],
            content: request.content,
          }
        : response,
  },
  /** As the default it is said to need no row: who leaves it never comes back. */
  {
    id: 'DEF-PATCH-BOKMAAL-IS-NOT-STORED',
    title: 'a change to nb is accepted and not stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-003', 'KRR-PATCH-014'],
    inject: (stored, { record }) => (stored?.spraak === 'nb' ? record : stored),
  },
  /** The answer alone looks as it must. */
  {
    id: 'DEF-PATCH-CHANGE-IS-NOT-STORED',
    title: 'a change is answered with 204 and not stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-003'],
    alsoTrips: ['KRR-PATCH-013'],
    inject: (_, { record }) => record,
  },
  /** Signing is expensive, so that somebody keeps what was signed once. */
  {
    id: 'DEF-PATCH-JWS-SHOWS-THE-FORMER-LANGUAGE',
    title: 'application/jose shows the language that the person had at the start',
    seam: 'personDocument',
    violates: ['KRR-PATCH-003'],
    // The JSON shows the new one.
    alsoTrips: ['KRR-NEG-003'],
    inject: (person, context) =>
      context.representation === 'application/jose'
        ? withFormerLanguage(person, context.people)
        : person,
  },
  /** The code of ISO 639-2 for the same language. */
  {
    id: 'DEF-PATCH-NORTH-SAMI-IS-STORED-AS-SME',
    title: 'se is stored as sme',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-003'],
    alsoTrips: ['KRR-PATCH-013', 'KRR-BODY-001', 'KRR-BODY-005'],
    inject: (stored) => (stored?.spraak === 'se' ? { ...stored, spraak: 'sme' } : stored),
  },
  /** As a cache would do that a write empties for the token that wrote. */
  {
    id: 'DEF-PATCH-OTHER-TOKEN-SEES-THE-FORMER-LANGUAGE',
    title:
      'a token with kontaktinformasjon.read alone sees the language that the person had at the start',
    seam: 'personDocument',
    violates: ['KRR-PATCH-003'],
    inject: (person, context) =>
      isAskedWith(context, 'kontaktinformasjon')
        ? withFormerLanguage(person, context.people)
        : person,
  },
  /** Still a day on which nothing forbids a change; only the time before it tells. */
  {
    id: 'DEF-PATCH-TIME-OF-THE-LANGUAGE-RUNS-BACK',
    title: 'a change moves spraak_oppdatert a day back',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-005'],
    inject: (stored, { record }) =>
      stored === undefined || stored === record || record?.spraak_oppdatert === undefined
        ? stored
        : { ...stored, spraak_oppdatert: record.spraak_oppdatert - day },
  },
  /** Whoever compares it with an own copy keeps the former language. */
  {
    id: 'DEF-PATCH-TIME-OF-THE-LANGUAGE-STANDS-STILL',
    title: 'spraak_oppdatert is what it was before the change',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-005'],
    inject: (stored, { record }) => {
      const { spraak_oppdatert } = record ?? {}
      return stored === undefined || spraak_oppdatert === undefined
        ? stored
        : { ...stored, spraak_oppdatert }
    },
  },
  /** In the language of a framework's example. */
  {
    id: 'DEF-PATCH-CHANGE-TO-NYNORSK-IS-ANSWERED-WITH-A-MESSAGE',
    title: 'a change to nn is answered with 200 and a message',
    seam: 'response',
    violates: ['KRR-PATCH-002'],
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request }) =>
      request.method === 'PATCH' &&
      response.status === 204 &&
      Buffer.from(request.content).toString('utf8') === '{"spraak":"nn"}'
        ? {
            status: 200,
            fields: [['Content-Type', 'application/json'], ...response.fields],
            content: encodeJson({ message: 'OK' }),
          }
        : response,
  },
  /** No row was changed, which somebody took for a fault. */
  {
    id: 'DEF-PATCH-SAME-CHANGE-AGAIN-IS-500',
    title: 'the same change again is answered with 500',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-006'],
    // A status that the document does not name.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (decision, { record }) =>
      decision.kind === 'accepted' && record?.spraak === decision.spraak
        ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
        : decision,
  },
  /** A switch between two, from the days when there were two. */
  {
    id: 'DEF-PATCH-SAME-CHANGE-AGAIN-IS-UNDONE',
    title: 'the same change again stores another language',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-006'],
    inject: (stored, { decision, record }) =>
      stored !== undefined && decision.kind === 'accepted' && record?.spraak === decision.spraak
        ? { ...stored, spraak: decision.spraak === 'nb' ? 'nn' : 'nb' }
        : stored,
  },
  /** As if the former change had been the last. */
  {
    id: 'DEF-PATCH-SAME-CHANGE-AGAIN-TURNS-THE-TIME-BACK',
    title: 'the same change again moves spraak_oppdatert a day back',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-006'],
    inject: (stored, { decision, record }) =>
      stored?.spraak_oppdatert !== undefined &&
      decision.kind === 'accepted' &&
      record?.spraak === decision.spraak
        ? { ...stored, spraak_oppdatert: stored.spraak_oppdatert - day }
        : stored,
  },
  /** A lock that is not waited for. */
  {
    id: 'DEF-PATCH-SECOND-OF-TWO-AT-ONCE-IS-500',
    title: 'the second of two changes at once is answered with 500',
    seam: 'patchDecision',
    violates: ['KRR-PATCH-013'],
    // A status that the document does not name.
    alsoTrips: ['KRR-SPEC-006'],
    inject: async (decision, { people }) =>
      decision.kind === 'accepted' && (await atOnce(people)) === 'second'
        ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
        : decision,
  },
  /** A limit that nobody is told of. */
  {
    id: 'DEF-PATCH-SEVENTH-CHANGE-IS-NOT-STORED',
    title: 'the seventh change of a language is answered with 204 and not stored, nor any after it',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-014'],
    // The seventh is one of two at once, of which neither stands then.
    alsoTrips: ['KRR-PATCH-013'],
    inject(stored, { people, record }) {
      if (stored === record) return stored
      const count = (storedIn.get(people) ?? 0) + 1
      storedIn.set(people, count)
      return count > storedAtMost ? record : stored
    },
  },
  /** Each gives way to the other, and both say 204. */
  {
    id: 'DEF-PATCH-TWO-AT-ONCE-UNDO-EACH-OTHER',
    title: 'of two changes at once neither is stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-013'],
    inject: async (stored, { decision, people, record }) =>
      decision.kind === 'accepted' && (await atOnce(people)) !== undefined ? record : stored,
  },
])
