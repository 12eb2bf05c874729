import {
  contactScope,
  languageScope,
  mailboxScope,
  userScopes,
} from '../../reference/api/authenticate.ts'
import type { JsonObject } from '../../reference/api/message.ts'
import { isAskedWith } from '../asked-with.ts'
import { withField, withJson, withoutField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'
import { withContact, without } from '../person-document.ts'

const withoutMobile = (contact: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(contact).filter(([name]) => !name.startsWith('mobiltelefonnummer')),
  )

/** Faults in what a scope yields, and in what is kept from who has it not. */
export const scopesDefects = ofFamily('scopes and data minimisation', [
  /** Of the three members that every answer has, one is taken for a part of the contact data. */
  {
    id: 'DEF-SCOPE-MAILBOX-READERS-SEE-NO-STATUS',
    title: 'status is left out for who reads the mailbox and no contact data',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-001'],
    // The schema requires status; with spraak.write beside it, it lacks what spraak.write alone yields.
    alsoTrips: ['KRR-BODY-001', 'KRR-SCOPE-006'],
    inject: (document, { scopes }) =>
      scopes.includes(mailboxScope) && !scopes.includes(contactScope)
        ? without(document, 'status')
        : document,
  },
  /** JSON has it: only who verifies signatures goes without. */
  {
    id: 'DEF-SCOPE-JWS-HAS-NO-STATUS',
    title: 'status is left out of the signed representation',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-001'],
    // The schema requires it, JSON has it, and so has a base person of spraak.write alone.
    alsoTrips: ['KRR-BODY-001', 'KRR-NEG-003', 'KRR-SCOPE-007'],
    inject: (document, { representation }) =>
      representation === 'application/jose' ? without(document, 'status') : document,
  },
  /** The contact data come without the word on whether they may be used. */
  {
    id: 'DEF-SCOPE-VARSLINGSSTATUS-IS-MISSING',
    title: 'varslingsstatus is left out',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-002'],
    // Of whom has expired nothing then says why the mailbox is filtered.
    alsoTrips: ['KRR-SCOPE-004'],
    inject: (document) => without(document, 'varslingsstatus'),
  },
  /**
   * Who can be sent digital post is thought to need no text message. People without e-mail address
   * keep theirs.
   */
  {
    id: 'DEF-SCOPE-MOBILE-NUMBER-IS-MISSING-BESIDE-THE-MAILBOX',
    title: 'mobiltelefonnummer is left out where the mailbox is given',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-002', 'KRR-SCOPE-006'],
    inject: (document, { scopes, record }) =>
      scopes.includes(mailboxScope) && record?.epostadresse !== undefined
        ? withContact(document, withoutMobile)
        : document,
  },
  /** The page lists the language under the contact scope; here it went with the scope of its name. */
  {
    id: 'DEF-SCOPE-SPRAAK-IS-SHOWN-TO-WRITERS-ONLY',
    title: 'spraak is left out for who may not change it',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-002'],
    // The contact scope shows it in a union only, and a token without spraak.write never sees the change.
    alsoTrips: ['KRR-SCOPE-006', 'KRR-PATCH-003'],
    inject: (document, { scopes }) =>
      scopes.includes(languageScope) ? document : without(document, 'spraak'),
  },
  /** Two scopes for reading, and the server knows only that one of them is there. */
  {
    id: 'DEF-SCOPE-MAILBOX-READERS-SEE-CONTACT-DATA',
    title: 'kontaktinformasjon is given to who reads the mailbox',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-003'],
    inject: (document, { scopes, complete }) =>
      scopes.includes(mailboxScope) && 'kontaktinformasjon' in complete
        ? { ...document, kontaktinformasjon: complete['kontaktinformasjon'] }
        : document,
  },
  /** The signed representation is cut for one scope less. */
  {
    id: 'DEF-SCOPE-JWS-OF-MAILBOX-READERS-HAS-CONTACT-DATA',
    title: 'the JWS given to who reads the mailbox holds kontaktinformasjon',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-003', 'KRR-NEG-003'],
    inject: (document, { scopes, complete, representation }) =>
      representation === 'application/jose' &&
      scopes.includes(mailboxScope) &&
      'kontaktinformasjon' in complete
        ? { ...document, kontaktinformasjon: complete['kontaktinformasjon'] }
        : document,
  },
  /** Whether somebody can be notified is told to who did not ask for it. */
  {
    id: 'DEF-SCOPE-MAILBOX-READERS-SEE-VARSLINGSSTATUS',
    title: 'varslingsstatus is given to who reads the mailbox',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-011'],
    inject: (document, { scopes, complete }) =>
      scopes.includes(mailboxScope)
        ? { ...document, varslingsstatus: complete['varslingsstatus'] }
        : document,
  },
  /** It seems natural that who writes may read; the page gives the reading to another scope. */
  {
    id: 'DEF-SCOPE-WRITERS-SEE-SPRAAK',
    title: 'spraak is given to who may change it',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-011', 'KRR-SCOPE-007'],
    // The language comes alone, without its time.
    alsoTrips: ['KRR-BODY-014'],
    inject: (document, { scopes, complete }) =>
      scopes.includes(languageScope) && 'spraak' in complete
        ? { ...document, spraak: complete['spraak'] }
        : document,
  },
  /** An address for digital post that nobody can encrypt for. */
  {
    id: 'DEF-SCOPE-MAILBOX-HAS-NO-CERTIFICATE',
    title: 'sertifikat is left out',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-004'],
    // Whose mailbox it is does not matter: the two belong together.
    alsoTrips: ['KRR-BODY-017'],
    inject: (document) => without(document, 'sertifikat'),
  },
  /** The filter for who cannot be notified takes everybody who has asked for varslingsstatus. */
  {
    id: 'DEF-SCOPE-MAILBOX-IS-MISSING-BESIDE-CONTACT-DATA',
    title: 'the mailbox is left out where contact data are given',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-004', 'KRR-SCOPE-006'],
    inject: (document, { scopes }) =>
      scopes.includes(contactScope)
        ? without(without(document, 'digital_post'), 'sertifikat')
        : document,
  },
  /** A certificate is public, one may think; it is the person's, and of another scope. */
  {
    id: 'DEF-SCOPE-CONTACT-READERS-SEE-THE-CERTIFICATE',
    title: 'sertifikat is given to who reads contact data',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-005'],
    inject: (document, { scopes, complete }) =>
      scopes.includes(contactScope) && 'sertifikat' in complete
        ? { ...document, sertifikat: complete['sertifikat'] }
        : document,
  },
  /** Two scopes are counted, and two are thought to be the two for reading. */
  {
    id: 'DEF-SCOPE-WRITERS-OF-CONTACT-READERS-SEE-THE-MAILBOX',
    title: 'digital_post is given for contact data and spraak.write together',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-005', 'KRR-SCOPE-006'],
    inject: (document, context) =>
      isAskedWith(context, 'kontaktinformasjon', 'spraak') && 'digital_post' in context.complete
        ? { ...document, digital_post: context.complete['digital_post'] }
        : document,
  },
  /** Two ways to the same address, of which one does not keep it as it was written. */
  {
    id: 'DEF-SCOPE-E-MAIL-ADDRESS-CHANGES-BESIDE-THE-MAILBOX',
    title: 'epostadresse comes in capitals where the mailbox is given',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-006'],
    inject: (document, { scopes }) =>
      scopes.includes(mailboxScope)
        ? withContact(document, (contact) => ({
            ...contact,
            ...(typeof contact['epostadresse'] === 'string'
              ? { epostadresse: contact['epostadresse'].toUpperCase() }
              : {}),
          }))
        : document,
  },
  /** One scope more, and one member less. */
  {
    id: 'DEF-SCOPE-WRITERS-SEE-NO-RESERVATION-TIME',
    title: 'reservasjon_oppdatert is left out for who may change the language',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-006'],
    // Reserved people's too, and theirs is the time of something.
    alsoTrips: ['KRR-BODY-014'],
    inject: (document, { scopes }) =>
      scopes.includes(languageScope) ? without(document, 'reservasjon_oppdatert') : document,
  },
  /** Nothing is disclosed; why, is told wrongly: no other Accept would help. */
  {
    id: 'DEF-SCOPE-WRITE-SCOPE-ALONE-IS-NOT-ACCEPTABLE',
    title: 'GET with spraak.write alone is answered with 406',
    seam: 'representation',
    violates: ['KRR-SCOPE-007'],
    inject: (representation, context) =>
      isAskedWith(context, 'spraak') ? undefined : representation,
  },
  /** The scope opens nothing for reading, and most of all not a mailbox. */
  {
    id: 'DEF-SCOPE-WRITE-SCOPE-ALONE-SEES-DIGITAL-POST',
    title: 'digital_post is given for spraak.write alone',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-007', 'KRR-SCOPE-005'],
    // Together with contact data it does not come, although spraak.write alone yields it.
    alsoTrips: ['KRR-SCOPE-006'],
    inject: (document, context) =>
      isAskedWith(context, 'spraak') && 'digital_post' in context.complete
        ? { ...document, digital_post: context.complete['digital_post'] }
        : document,
  },
  /** Where no scope is found, the commonest one is assumed. */
  {
    id: 'DEF-SCOPE-NO-KRR-SCOPE-YIELDS-CONTACT-DATA',
    title: 'a token without any krr:user scope yields contact data',
    seam: 'scopes',
    violates: ['KRR-SCOPE-008', 'KRR-SCOPE-012'],
    inject: (scopes) =>
      scopes.some((scope) => userScopes.includes(scope)) ? scopes : [...scopes, contactScope],
  },
  /** Nothing that names anybody, and still a fact about the person logged in. */
  {
    id: 'DEF-SCOPE-REFUSAL-FOR-WANT-OF-SCOPE-SHOWS-VARSLINGSSTATUS',
    title: 'the refusal of a token without any krr:user scope shows varslingsstatus',
    seam: 'response',
    violates: ['KRR-SCOPE-008'],
    inject: (response, { request, claims }) =>
      response.status === 403 && request.method === 'GET' && claims !== undefined
        ? withJson(response, (error) => ({ ...error, varslingsstatus: 'KAN_VARSLES' }))
        : response,
  },
  /** No scope guards the three members, so no scope seems to be needed for them. */
  {
    id: 'DEF-SCOPE-NO-KRR-SCOPE-YIELDS-THE-BASE-MEMBERS',
    title: 'a token without any krr:user scope yields the base members',
    seam: 'authorisation',
    violates: ['KRR-SCOPE-012'],
    inject: (authorisation, { request }) =>
      request.method === 'GET' ? { kind: 'granted' } : authorisation,
  },
  /** A person that may not be seen is said not to be there. */
  {
    id: 'DEF-SCOPE-NO-KRR-SCOPE-IS-NOT-FOUND',
    title: 'a token without any krr:user scope is answered with 404',
    seam: 'response',
    violates: ['KRR-SCOPE-012'],
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request, claims }) =>
      response.status === 403 && request.method === 'GET' && claims !== undefined
        ? { ...withJson(response, (error) => ({ ...error, status: 404 })), status: 404 }
        : response,
  },
  /** The language is shown by this scope; that it can be changed by another was overlooked. */
  {
    id: 'DEF-SCOPE-CONTACT-READERS-MAY-WRITE',
    title: 'PATCH is granted to who reads contact data',
    seam: 'authorisation',
    violates: ['KRR-SCOPE-009'],
    inject: (authorisation, { request, scopes }) =>
      request.method === 'PATCH' && scopes.includes(contactScope)
        ? { kind: 'granted' }
        : authorisation,
  },
  /** It is asked which scopes are not enough, and none is on that list. */
  {
    id: 'DEF-SCOPE-NO-KRR-SCOPE-MAY-WRITE',
    title: 'PATCH is granted to a token without any krr:user scope',
    seam: 'authorisation',
    violates: ['KRR-SCOPE-009'],
    inject: (authorisation, context) =>
      context.request.method === 'PATCH' && isAskedWith(context)
        ? { kind: 'granted' }
        : authorisation,
  },
  /** A client that reads it fetches a new token with the same scopes, again and again. */
  {
    id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-CALLED-INVALID-TOKEN',
    title: 'a PATCH without spraak.write is refused with invalid_token',
    seam: 'response',
    violates: ['KRR-SCOPE-010'],
    inject: (response, { request }) =>
      response.status === 403 && request.method === 'PATCH'
        ? withField(response, 'WWW-Authenticate', 'Bearer realm="krr", error="invalid_token"')
        : response,
  },
  /** The challenge says what is missing; the status says that nobody is logged in. */
  {
    id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-401',
    title: 'a PATCH without spraak.write is refused with 401',
    seam: 'response',
    violates: ['KRR-SCOPE-010'],
    inject: (response, { request }) =>
      response.status === 403 && request.method === 'PATCH'
        ? { ...withJson(response, (error) => ({ ...error, status: 401 })), status: 401 }
        : response,
  },
  /** 403, and no word on what would have been enough. */
  {
    id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-NOT-EXPLAINED',
    title: 'a PATCH without spraak.write is refused without WWW-Authenticate',
    seam: 'response',
    violates: ['KRR-SCOPE-010'],
    inject: (response, { request }) =>
      response.status === 403 && request.method === 'PATCH'
        ? withoutField(response, 'WWW-Authenticate')
        : response,
  },
])
