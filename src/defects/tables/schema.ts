import { X509Certificate } from 'node:crypto'
import { contactScope } from '../../reference/api/authenticate.ts'
import { isJsonObject } from '../../reference/api/message.ts'
import { certificatePem } from '../../reference/pki/certificate.ts'
import type { Pki } from '../../reference/pki/pki.ts'
import { ofFamily } from '../defect.ts'
import { isOf, withContact, without, withText } from '../person-document.ts'

const publicKeyOf = (sertifikat: string): string =>
  new X509Certificate(Buffer.from(sertifikat, 'base64')).publicKey
    .export({ type: 'spki', format: 'der' })
    .toString('base64')

const day = 24 * 3_600_000

const issued = new WeakMap<Pki, string>()

/** Issued once, for each issue has a serial number of its own: the same person has the same certificate. */
const expiredFor = (pki: Pki, now: number): string => {
  const validity = { notBefore: new Date(now - 366 * day), notAfter: new Date(now - day) }
  const certificate = issued.get(pki) ?? pki.issueMailboxCertificate(validity)
  issued.set(pki, certificate)
  return certificate
}

/** Faults of one member, each by itself: its type, its form, its presence. */
export const schemaDefects = ofFamily('schema', [
  /** Seen by those alone who gave no mobile number: the usual test user does not show it. */
  {
    id: 'DEF-BODY-EPOSTADRESSE-IS-A-LIST',
    title: 'epostadresse is a list where it is the only address',
    seam: 'personDocument',
    violates: ['KRR-BODY-001'],
    // The published schema says so too.
    alsoTrips: ['KRR-SPEC-005'],
    inject: (person, context) =>
      isOf(context, 'MAIL_ONLY')
        ? withContact(person, (contact) => withText(contact, 'epostadresse', (value) => [value]))
        : person,
  },
  /** The signed representation is made by other code, which writes the mailbox as its address alone. */
  {
    id: 'DEF-BODY-MAILBOX-IS-A-STRING-IN-THE-JWS',
    title: 'digital_post is a string in application/jose',
    seam: 'personDocument',
    violates: ['KRR-BODY-001', 'KRR-SPEC-005', 'KRR-NEG-003'],
    inject(person, { representation }) {
      const mailbox = person['digital_post']
      return representation === 'application/jose' && isJsonObject(mailbox)
        ? { ...person, digital_post: mailbox['postkasseadresse'] }
        : person
    },
  },
  /** The published schema requires nothing of a mailbox; the concept catalogue says that both are there. */
  {
    id: 'DEF-BODY-MAILBOX-WITHOUT-ITS-SUPPLIER',
    title: 'digital_post has no postkasseleverandoeradresse',
    seam: 'personDocument',
    violates: ['KRR-BODY-001'],
    inject(person) {
      const mailbox = person['digital_post']
      return isJsonObject(mailbox)
        ? { ...person, digital_post: without(mailbox, 'postkasseleverandoeradresse') }
        : person
    },
  },
  /** A number keeps neither `+` nor leading zeros; callers that expect a string fail on it. */
  {
    id: 'DEF-BODY-MOBILTELEFONNUMMER-IS-A-NUMBER',
    title: 'mobiltelefonnummer is a JSON number',
    seam: 'personDocument',
    violates: ['KRR-BODY-001', 'KRR-SPEC-005'],
    inject: (person) =>
      withContact(person, (contact) => withText(contact, 'mobiltelefonnummer', Number)),
  },
  /** Lenient parsers take the first certificate and do not mind what stands behind it. */
  {
    id: 'DEF-BODY-SERTIFIKAT-COMES-WITH-ITS-ISSUER',
    title: "sertifikat holds two certificates, the second one its issuer's",
    seam: 'personDocument',
    violates: ['KRR-BODY-015'],
    inject: (person, { pki }) =>
      withText(person, 'sertifikat', (sertifikat) => {
        const [, issuer = ''] = pki.signer.x5c
        const both = [sertifikat, issuer].map((text) => Buffer.from(text, 'base64'))
        return Buffer.concat(both).toString('base64')
      }),
  },
  /** Base64 DER as well, and good for encrypting, yet nothing says whose it is and until when. */
  {
    id: 'DEF-BODY-SERTIFIKAT-IS-A-PUBLIC-KEY',
    title: 'sertifikat holds the bare public key of the certificate',
    seam: 'personDocument',
    violates: ['KRR-BODY-015'],
    inject: (person) => withText(person, 'sertifikat', publicKeyOf),
  },
  /** A column of 255 characters would do this: still base64, and still the beginning of a certificate. */
  {
    id: 'DEF-BODY-SERTIFIKAT-IS-CUT-IN-THE-JWS',
    title: 'sertifikat is cut after 252 characters in application/jose',
    seam: 'personDocument',
    violates: ['KRR-BODY-015', 'KRR-NEG-003'],
    inject: (person, { representation }) =>
      representation === 'application/jose'
        ? withText(person, 'sertifikat', (sertifikat) => sertifikat.slice(0, 252))
        : person,
  },
  /** Callers that only ask whether the member is there would send a message to nobody. */
  {
    id: 'DEF-BODY-MISSING-NUMBER-IS-NULL',
    title: 'mobiltelefonnummer is null where the person gave none',
    seam: 'personDocument',
    violates: ['KRR-BODY-020'],
    alsoTrips: ['KRR-SPEC-005'],
    inject: (person, context) =>
      isOf(context, 'MAIL_ONLY')
        ? withContact(person, (contact) => ({ ...contact, mobiltelefonnummer: null }))
        : person,
  },
  /** Nothing is disclosed, so that only the form is wrong: the published type is an object. */
  {
    id: 'DEF-BODY-WITHHELD-CONTACT-IS-NULL',
    title: 'kontaktinformasjon is null for a token without its scope',
    seam: 'personDocument',
    violates: ['KRR-BODY-020'],
    // The published schema names the type object and does not allow null beside it.
    alsoTrips: ['KRR-SPEC-005'],
    inject: (person, { scopes }) =>
      scopes.includes(contactScope) ? person : { ...person, kontaktinformasjon: null },
  },
  /** A good address otherwise: the column is one wider than the page says. */
  {
    id: 'DEF-BODY-EPOSTADRESSE-HAS-51-CHARACTERS',
    title: 'epostadresse is filled up to 51 characters',
    seam: 'personDocument',
    violates: ['KRR-BODY-012'],
    inject: (person) =>
      withContact(person, (contact) =>
        withText(contact, 'epostadresse', (address) => address.padStart(51, 'x')),
      ),
  },
  /** As a template writes it that wants no robots to read it. */
  {
    id: 'DEF-BODY-EPOSTADRESSE-HAS-NO-AT',
    title: 'epostadresse lacks its @ in application/jose, of who has no mobile number',
    seam: 'personDocument',
    violates: ['KRR-BODY-012'],
    alsoTrips: ['KRR-NEG-003'],
    inject: (person, context) =>
      context.representation === 'application/jose' && isOf(context, 'MAIL_ONLY')
        ? withContact(person, (contact) =>
            withText(contact, 'epostadresse', (address) => address.replace('@', '(at)')),
          )
        : person,
  },
  /** Made for eyes. Of the length allowed, and no telephone dials it. */
  {
    id: 'DEF-BODY-MOBILTELEFONNUMMER-HAS-LETTERS',
    title: 'mobiltelefonnummer ends in the words of its kind',
    seam: 'personDocument',
    violates: ['KRR-BODY-013'],
    inject: (person) =>
      withContact(person, (contact) =>
        withText(contact, 'mobiltelefonnummer', (number) => `${number} mobil`),
      ),
  },
  /** Digits alone, and one too few. */
  {
    id: 'DEF-BODY-MOBILTELEFONNUMMER-HAS-7-DIGITS',
    title: 'mobiltelefonnummer has 7 digits in application/json, where it is the only address',
    seam: 'personDocument',
    violates: ['KRR-BODY-013'],
    alsoTrips: ['KRR-NEG-003'],
    inject: (person, context) =>
      context.representation === 'application/json' && isOf(context, 'MOBILE_ONLY')
        ? withContact(person, (contact) =>
            withText(contact, 'mobiltelefonnummer', (number) => number.slice(-7)),
          )
        : person,
  },
  /** Digdir's own client once had to cope with it: it parses, if somebody takes the armour off. */
  {
    id: 'DEF-BODY-SERTIFIKAT-IS-IN-PEM',
    title: 'sertifikat has PEM armour around it',
    seam: 'personDocument',
    violates: ['KRR-BODY-016'],
    inject: (person) =>
      withText(person, 'sertifikat', (sertifikat) =>
        certificatePem(Buffer.from(sertifikat, 'base64')),
      ),
  },
  /** Well-formed in every way; what is encrypted with it is read by nobody. */
  {
    id: 'DEF-BODY-SERTIFIKAT-HAS-EXPIRED',
    title: 'sertifikat ran out yesterday',
    seam: 'personDocument',
    violates: ['KRR-BODY-016'],
    inject: (person, { pki, now }) => withText(person, 'sertifikat', () => expiredFor(pki, now)),
  },
  /** Nine digits, of no organisation. */
  {
    id: 'DEF-BODY-SUPPLIER-HAS-A-WRONG-CONTROL-DIGIT',
    title: 'postkasseleverandoeradresse ends in a wrong control digit',
    seam: 'personDocument',
    violates: ['KRR-BODY-018'],
    inject(person) {
      const mailbox = person['digital_post']
      return isJsonObject(mailbox)
        ? { ...person, digital_post: { ...mailbox, postkasseleverandoeradresse: '984661186' } }
        : person
    },
  },
  /** Shown to people it would do. */
  {
    id: 'DEF-BODY-SUPPLIER-IS-ITS-NAME-IN-THE-JWS',
    title: "postkasseleverandoeradresse is the supplier's name in application/jose",
    seam: 'personDocument',
    violates: ['KRR-BODY-018', 'KRR-NEG-003'],
    inject(person, { representation }) {
      const mailbox = person['digital_post']
      return representation === 'application/jose' && isJsonObject(mailbox)
        ? { ...person, digital_post: { ...mailbox, postkasseleverandoeradresse: 'Digipost' } }
        : person
    },
  },
  /** It was seen in other answers of the register. Nothing is broken, and still worth telling. */
  {
    id: 'DEF-BODY-PERSON-HAS-A-FURTHER-MEMBER',
    title: 'the person has a member oppdatert, which nothing documents',
    seam: 'personDocument',
    violates: [],
    observes: [{ rule: 'KRR-BODY-021', met: '/oppdatert' }],
    // With the language's scope alone KRR-SCOPE-007 allows no further member.
    inject: (person, { scopes }) =>
      scopes.some((scope) => scope.endsWith('.read'))
        ? { ...person, oppdatert: person['reservasjon_oppdatert'] }
        : person,
  },
  /** Within an object, in one representation, of one person. */
  {
    id: 'DEF-BODY-CONTACT-HAS-A-FURTHER-MEMBER-IN-THE-JWS',
    title:
      'kontaktinformasjon of who has no mailbox has a member epostadresse_kilde in application/jose',
    seam: 'personDocument',
    violates: [],
    alsoTrips: ['KRR-NEG-003'],
    observes: [{ rule: 'KRR-BODY-021', met: '/kontaktinformasjon/epostadresse_kilde' }],
    inject: (person, context) =>
      context.representation === 'application/jose' && isOf(context, 'NO_MAILBOX')
        ? withContact(person, (contact) => ({ ...contact, epostadresse_kilde: 'JA' }))
        : person,
  },
])
