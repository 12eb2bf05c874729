import { contactScope, languageScope, mailboxScope } from '../../reference/api/authenticate.ts'
import { encodeText, fieldValue, isJsonObject } from '../../reference/api/message.ts'
import { project } from '../../reference/api/project.ts'
import { osloTime } from '../../reference/api/register.ts'
import { hasJust } from '../asked-with.ts'
import { withField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'
import { memoryOf } from '../memory.ts'
import { isOf, withContact, without, withText } from '../person-document.ts'

const readings = memoryOf(() => ({ count: 0 }))

const writers = memoryOf(() => new Set<unknown>())

/** Faults of the person, written from the contract alone (docs/defects.md). */
export const blindPersonDefects = ofFamily('written blind', [
  {
    id: 'DEF-BODY-BLIND-ADDRESS-TWICE',
    title: 'in the JWS, kontaktinformasjon has epostadresse twice',
    violates: ['KRR-BODY-023'],
    alsoTrips: ['KRR-JWS-009'],
    seam: 'jws',
    inject: ({ header, payload }) => {
      const text = new TextDecoder().decode(payload)
      const doubled = text.replace(/"epostadresse":"[^"]*",/, '$&$&')
      return { header, payload: encodeText(doubled) }
    },
  },
  {
    id: 'DEF-BODY-BLIND-CLOCK-AHEAD',
    title: 'the clock that stamps a new language goes 45 s ahead',
    violates: ['KRR-BODY-007'],
    alsoTrips: ['KRR-JWS-009'],
    seam: 'patchEffect',
    inject: (record, { decision, now, record: before }) =>
      record !== undefined && decision.kind === 'accepted' && record !== before
        ? { ...record, spraak_oppdatert: now + 45_000 }
        : record,
  },
  {
    id: 'DEF-BODY-BLIND-DELETED-MAILBOX',
    title: 'digitalpost.read alone still yields the mailbox of a deleted person',
    violates: ['KRR-BODY-008'],
    // The tightened schema says so too.
    alsoTrips: ['KRR-BODY-001'],
    seam: 'personDocument',
    inject: (person, context) => {
      const mailbox = context.people.MAIN.record?.digital_post
      if (mailbox === undefined || !isOf(context, 'DELETED')) return person
      const { sertifikat, ...digital_post } = mailbox
      return hasJust(context.scopes, mailboxScope)
        ? { ...person, digital_post, sertifikat }
        : person
    },
  },
  {
    id: 'DEF-BODY-BLIND-EXPIRED-MAILBOX',
    title:
      'of a person whose addresses expired the address is filtered, and the mailbox is delivered',
    violates: ['KRR-BODY-011'],
    alsoTrips: ['KRR-JWS-009'],
    seam: 'personDocument',
    inject: (person, context) => {
      const mailbox = context.record?.digital_post
      if (mailbox === undefined || !isOf(context, 'EXPIRED')) return person
      const { sertifikat, ...digital_post } = mailbox
      return person['varslingsstatus'] === undefined
        ? person
        : { ...person, digital_post, sertifikat }
    },
  },
  {
    id: 'DEF-BODY-BLIND-READING-CONFIRMS',
    title: 'each reading with kontaktinformasjon.read alone is a later confirmation of the address',
    violates: ['KRR-BODY-022'],
    alsoTrips: ['KRR-SCOPE-006', 'KRR-NEG-003'],
    seam: 'personDocument',
    inject: (person, { scopes, people, record }) => {
      const confirmed = record?.epostadresse?.sist_verifisert
      if (confirmed === undefined || !hasJust(scopes, contactScope)) return person
      const memory = readings(people)
      memory.count += 1
      return withContact(person, (contact) =>
        withText(contact, 'epostadresse_sist_verifisert', () =>
          osloTime(confirmed + memory.count * 60_000),
        ),
      )
    },
  },
  {
    id: 'DEF-BODY-BLIND-RESERVED-IN-JWS',
    title: 'the JWS says of a reserved person that they can be notified',
    violates: ['KRR-BODY-010', 'KRR-NEG-003'],
    // The tightened schema says so too.
    alsoTrips: ['KRR-BODY-001'],
    seam: 'personDocument',
    inject: (person, context) =>
      isOf(context, 'RESERVED') && context.representation === 'application/jose'
        ? withText(person, 'varslingsstatus', () => 'KAN_VARSLES')
        : person,
  },
  {
    id: 'DEF-BODY-BLIND-FEBRUARY',
    title: 'the mobile number was confirmed on the thirtieth of February',
    violates: ['KRR-BODY-006'],
    alsoTrips: ['KRR-BODY-001', 'KRR-JWS-009'],
    seam: 'personDocument',
    inject: (person) =>
      withContact(person, (contact) =>
        withText(contact, 'mobiltelefonnummer_sist_verifisert', () => '2026-02-30T12:00:00+01'),
      ),
  },
  {
    id: 'DEF-SCOPE-BLIND-JWS-FOR-ANYBODY',
    title: 'without a scope of this API the person is refused as JSON, and delivered as JWS',
    violates: ['KRR-SCOPE-012'],
    seam: 'authorisation',
    inject: (authorisation, { request, scopes }) =>
      request.method === 'GET' &&
      hasJust(scopes) &&
      fieldValue(request, 'accept') === 'application/jose'
        ? { kind: 'granted' }
        : authorisation,
  },
  {
    id: 'DEF-SCOPE-BLIND-LANGUAGE-WITH-MAILBOX',
    title: 'digitalpost.read and spraak.write together yield the language; neither alone does',
    violates: ['KRR-SCOPE-011', 'KRR-SCOPE-006'],
    seam: 'personDocument',
    inject: (person, { scopes, record }) =>
      hasJust(scopes, mailboxScope, languageScope) && record?.spraak !== undefined
        ? {
            ...person,
            spraak: record.spraak,
            spraak_oppdatert: osloTime(record.spraak_oppdatert ?? 0),
          }
        : person,
  },
  {
    id: 'DEF-SCOPE-BLIND-REFUSAL-UNNAMED',
    title: 'PATCH with digitalpost.read alone is refused without insufficient_scope',
    violates: ['KRR-SCOPE-010'],
    seam: 'response',
    inject: (response, { request, scopes }) =>
      request.method === 'PATCH' && response.status === 403 && hasJust(scopes, mailboxScope)
        ? withField(response, 'WWW-Authenticate', 'Bearer realm="krr"')
        : response,
  },
  {
    id: 'DEF-SCOPE-BLIND-BOTH-READERS-WRITE',
    title: 'the two read scopes together let a token change the language',
    violates: ['KRR-SCOPE-009'],
    seam: 'authorisation',
    inject: (authorisation, { request, scopes }) =>
      request.method === 'PATCH' && hasJust(scopes, contactScope, mailboxScope)
        ? { kind: 'granted' }
        : authorisation,
  },
  {
    id: 'DEF-SCOPE-BLIND-EMPTY-CONTACT',
    title: 'spraak.write alone yields kontaktinformasjon with nothing in it',
    violates: ['KRR-SCOPE-003', 'KRR-SCOPE-007'],
    // What it yields together with others does not come of them.
    alsoTrips: ['KRR-SCOPE-006'],
    seam: 'personDocument',
    inject: (person, { scopes }) =>
      hasJust(scopes, languageScope) ? { ...person, kontaktinformasjon: {} } : person,
  },
  {
    id: 'DEF-BODY-BLIND-NULL-RESERVATION-TIME',
    title: 'digitalpost.read alone yields the time of a reservation that there is none of, as null',
    violates: ['KRR-BODY-020'],
    // As published the member is a string.
    alsoTrips: ['KRR-SPEC-005'],
    seam: 'personDocument',
    inject: (person, { scopes }) =>
      hasJust(scopes, mailboxScope) && person['reservasjonstidspunkt'] === undefined
        ? { ...person, reservasjonstidspunkt: null }
        : person,
  },
  {
    id: 'DEF-BODY-BLIND-OFFSET-OF-A-DAY',
    title: 'the time of the language is given a day and more ahead of Greenwich: +25',
    violates: ['KRR-BODY-006'],
    seam: 'personDocument',
    inject: (person) =>
      withText(person, 'spraak_oppdatert', (time) => time.replace(/[+-]\d\d$/, '+25')),
  },
  {
    id: 'DEF-BODY-BLIND-UNREGISTERED-RESERVED-SINCE',
    title: 'who is not in the register has a time of reservation, and is not reserved',
    violates: ['KRR-BODY-009'],
    // The tightened schema says so too.
    alsoTrips: ['KRR-BODY-001'],
    seam: 'personDocument',
    inject: (person, context) =>
      isOf(context, 'UNREGISTERED')
        ? { ...person, reservasjonstidspunkt: '2023-06-13T13:42:34+02' }
        : person,
  },
  {
    id: 'DEF-SCOPE-BLIND-NUMBER-FOR-WANT-OF-MAILBOX',
    title: 'who reads the mailbox of a person who has none gets their mobile number in its place',
    violates: ['KRR-SCOPE-003'],
    alsoTrips: ['KRR-SCOPE-006'],
    seam: 'personDocument',
    inject: (person, context) => {
      const { complete, scopes } = context
      const contact = complete['kontaktinformasjon']
      if (!isOf(context, 'NO_MAILBOX') || scopes.includes(contactScope)) return person
      if (!scopes.includes('krr:user/digitalpost.read') || !isJsonObject(contact)) return person
      const number = Object.entries(contact).filter(([name]) => name.startsWith('mobil'))
      return { ...person, kontaktinformasjon: Object.fromEntries(number) }
    },
  },
  {
    id: 'DEF-SCOPE-BLIND-WRITER-SEES-MAILBOX',
    title:
      'a token that has changed the language sees the mailbox from then on, whatever its scopes',
    violates: ['KRR-SCOPE-005'],
    // A mailbox appears where the token saw none, with spraak.write alone too.
    alsoTrips: ['KRR-PATCH-004', 'KRR-SCOPE-006', 'KRR-SCOPE-007', 'KRR-JWS-009'],
    seam: 'scopes',
    inject: (scopes, { claims, people, request }) => {
      const known = writers(people)
      if (request.method === 'PATCH' && scopes.includes(languageScope)) known.add(claims['jti'])
      return known.has(claims['jti']) && !scopes.includes(mailboxScope)
        ? [...scopes, mailboxScope]
        : scopes
    },
  },
  {
    id: 'DEF-SCOPE-BLIND-RESERVED-WITHOUT-STATUS',
    title: 'varslingsstatus is left out for who is reserved',
    violates: ['KRR-SCOPE-002'],
    seam: 'personDocument',
    inject: (person, context) =>
      isOf(context, 'RESERVED') ? without(person, 'varslingsstatus') : person,
  },
  {
    id: 'DEF-BODY-BLIND-EMPTY-NUMBER',
    title: 'who can be notified by mobile alone has an empty text for a number',
    violates: ['KRR-BODY-024'],
    // An empty text is no number either, and the tightened schema may say so.
    alsoTrips: ['KRR-BODY-013', 'KRR-BODY-001', 'KRR-BODY-026'],
    seam: 'personDocument',
    inject: (person, context) =>
      isOf(context, 'MOBILE_ONLY')
        ? withContact(person, (contact) => ({ ...contact, mobiltelefonnummer: '' }))
        : person,
  },
  {
    id: 'DEF-BODY-BLIND-DELETED-NUMBER-MOVED',
    title: 'who was deleted is shown under the number that took the place of theirs',
    violates: ['KRR-BODY-002'],
    seam: 'personDocument',
    inject: (person, context) =>
      isOf(context, 'DELETED')
        ? { ...person, personidentifikator: context.people.D_NUMBER.pid }
        : person,
  },
  /** As Jackson writes a LocalDateTime that nobody told it how to write. */
  {
    id: 'DEF-BODY-BLIND-STAMP-AS-LIST',
    title: 'the time of a language that was changed is a list of numbers',
    violates: ['KRR-BODY-006', 'KRR-BODY-001', 'KRR-SPEC-005'],
    // What is no instant moves neither forward nor back.
    alsoTrips: ['KRR-PATCH-005', 'KRR-JWS-009'],
    seam: 'personDocument',
    inject: (person, { record, people }) =>
      record?.spraak_oppdatert === people.MAIN.record?.spraak_oppdatert
        ? person
        : withText(person, 'spraak_oppdatert', (text) => text.slice(0, 19).split(/\D/).map(Number)),
  },
  /** Reservation is against digital post, so that it is looked up with the mailbox alone. */
  {
    id: 'DEF-BODY-BLIND-RESERVATION-UNSEEN',
    title: 'without digitalpost.read a reserved person can be notified, and has their addresses',
    violates: ['KRR-BODY-010', 'KRR-BODY-001'],
    // Scopes that see the mailbox as well see no addresses.
    alsoTrips: ['KRR-SCOPE-006'],
    seam: 'personDocument',
    inject: (person, context) => {
      const { record, scopes, now } = context
      if (!isOf(context, 'RESERVED') || record === undefined) return person
      if (!scopes.includes(contactScope) || scopes.includes(mailboxScope)) return person
      const { personidentifikator } = record
      const { varslingsstatus, kontaktinformasjon } = project(
        { ...record, reservasjon: 'NEI' },
        { personidentifikator, scopes, now, deliverExpired: false },
      )
      return { ...person, varslingsstatus, kontaktinformasjon }
    },
  },
])
