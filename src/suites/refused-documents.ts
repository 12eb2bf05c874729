import { type JsonObject, valueAt } from '../evidence/json.ts'
import { limits } from '../evidence/limits.ts'
import type { PatchAttempt } from '../evidence/refusal.ts'
import { unknownCodeIsNeverStored } from '../rules/patch/007-unknown-code-is-never-stored.ts'
import { whatIsNoCodeChangesNothing } from '../rules/patch/008-what-is-no-code-changes-nothing.ts'
import { whatIsNoJsonIsRefused } from '../rules/patch/009-what-is-no-json-is-refused.ts'
import { otherMembersChangeNothing } from '../rules/patch/010-other-members-change-nothing.ts'
import { otherMediaTypesAre415 } from '../rules/patch/011-other-media-types-are-415.ts'
import { unknownCodesAreRefused } from '../rules/patch/015-unknown-codes-are-refused.ts'
import type { Rule } from '../rules/rule.ts'
import type { Attempt } from './attempts.ts'
import { languageDocument } from './register-access.ts'

/** A document that must not take effect, under credentials that are in order, with the rules on what comes of it. */
export interface RefusedDocument extends Attempt {
  readonly rules: readonly Rule<PatchAttempt>[]
}

const unknownCodes: readonly RefusedDocument[] = ['de', 'nob', 'NB', 'x'.repeat(10_000)].map(
  (code) => ({
    factor: code.length > 10 ? 'spraak of 10 000 characters' : `spraak "${code}"`,
    document: languageDocument(code),
    rules: [unknownCodeIsNeverStored, unknownCodesAreRefused],
  }),
)

const noCodes: readonly RefusedDocument[] = (
  [
    ['null as spraak', { spraak: null }],
    // Taken for the place of a code in a list, from 0 or from 1, it is not the one that stands.
    ['a number as spraak', { spraak: 3 }],
    // Whoever asks whether there is a value takes it for none.
    ['a boolean as spraak', { spraak: false }],
    ['an array as spraak', { spraak: ['en'] }],
    ['an object as spraak', { spraak: { kode: 'en' } }],
    ['a document without members', {}],
    // The document in a list, and a JSON Patch as well (RFC 6902, 4: further members are passed over).
    ['an array as the document', [{ op: 'replace', path: '/spraak', value: 'en', spraak: 'en' }]],
    ['a string as the document', 'en'],
  ] as const
).map(([factor, document]) => ({
  factor,
  document: JSON.stringify(document),
  rules: [whatIsNoCodeChangesNothing],
}))

const noJson: readonly RefusedDocument[] = (
  [
    ['malformed JSON', '{"spraak":"en"'],
    ['more behind the JSON document', '{"spraak":"en"}}'],
    ['an empty document', ''],
  ] as const
).map(([factor, document]) => ({ factor, document, rules: [whatIsNoJsonIsRefused] }))

/** The document that succeeds as `application/json`. */
const otherMediaTypes: readonly RefusedDocument[] = ['text/plain', 'application/xml'].map(
  (contentType) => ({
    factor: `Content-Type ${contentType}`,
    document: languageDocument('en'),
    contentType,
    rules: [otherMediaTypesAre415],
  }),
)

/** The first value, or the second where the first stands there already: it would change nothing to be seen. */
const otherThan = (current: unknown, [first, second]: readonly [string, string]): string =>
  current === first ? second : first

const reservasjon = (person: JsonObject) => ({
  reservasjon: otherThan(person['reservasjon'], ['JA', 'NEI']),
})

/** Of nobody: reserved for examples (RFC 2606, 3), and kept free for drama by Ofcom. */
const kontaktinformasjon = (person: JsonObject) => ({
  kontaktinformasjon: {
    epostadresse: otherThan(valueAt(person, 'kontaktinformasjon', 'epostadresse'), [
      'conformance@example.com',
      'conformance.2@example.com',
    ]),
    mobiltelefonnummer: otherThan(valueAt(person, 'kontaktinformasjon', 'mobiltelefonnummer'), [
      '+447700900123',
      '+447700900124',
    ]),
  },
})

/** Of the supplier that the person has not, and of nobody. */
const mailbox = (person: JsonObject) => ({
  digital_post: {
    postkasseadresse: 'conformance#0000',
    postkasseleverandoeradresse: otherThan(
      valueAt(person, 'digital_post', 'postkasseleverandoeradresse'),
      ['984661185', '922020175'],
    ),
  },
})

/** As the register's other interfaces name them: KontaktinfoCreateOrPatch of its document of 2022 is flat. */
const flatContact = (person: JsonObject) => kontaktinformasjon(person).kontaktinformasjon

const longAgo = '2001-02-03T04:05:06+01'

const flatRest = (person: JsonObject) => ({
  ...mailbox(person).digital_post,
  sertifikat: otherSertifikat(person['sertifikat']),
  varslingsstatus: otherThan(person['varslingsstatus'], ['KAN_IKKE_VARSLES', 'KAN_VARSLES']),
  reservasjonstidspunkt: longAgo,
  reservasjon_oppdatert: longAgo,
  epostadresse_oppdatert: longAgo,
  epostadresse_sist_verifisert: longAgo,
  mobiltelefonnummer_oppdatert: longAgo,
  mobiltelefonnummer_sist_verifisert: longAgo,
})

/** The same certificate and key, and another signature: it encrypts for whom it did. */
const otherSertifikat = (sertifikat: unknown): string => {
  const own = typeof sertifikat === 'string' ? sertifikat.slice(0, limits.certificate) : ''
  const der = Buffer.from(own, 'base64')
  // Whatever stands there instead of a certificate, as the empty text: three octets that differ from it.
  const octets = der.length === 0 ? Buffer.alloc(3) : der
  const last = octets.length - 1
  octets.writeUInt8(octets.readUInt8(last) ^ 1, last)
  return octets.toString('base64')
}

const otherMembers: readonly RefusedDocument[] = (
  [
    ['kontaktinformasjon as another member', kontaktinformasjon],
    ['digital_post as another member', mailbox],
    ['reservasjon as another member', reservasjon],
    ['spraak_oppdatert as another member', () => ({ spraak_oppdatert: '2001-02-03T04:05:06+01' })],
    [
      'status as another member',
      (person: JsonObject) => ({ status: otherThan(person['status'], ['SLETTET', 'AKTIV']) }),
    ],
    ["the contact data's names at the top of the document", flatContact],
    ["the mailbox's and the reservation's names at the top of the document", flatRest],
    // Beside a language that is in order, so that nothing is refused for want of one.
    [
      'the contact data\'s names at the top of the document, beside spraak "en"',
      (person: JsonObject) => ({ spraak: 'en', ...flatContact(person) }),
    ],
    [
      'the mailbox\'s and the reservation\'s names at the top of the document, beside spraak "en"',
      (person: JsonObject) => ({ spraak: 'en', ...flatRest(person) }),
    ],
    [
      'other members beside spraak "en"',
      (person: JsonObject) => ({
        spraak: 'en',
        ...kontaktinformasjon(person),
        ...mailbox(person),
        ...reservasjon(person),
      }),
    ],
  ] as const
).map(([factor, document]) => ({
  factor,
  document: (person) => JSON.stringify(document(person)),
  rules: [otherMembersChangeNothing],
}))

/** The language of somebody else: of the second test user, or of a number that nobody has. */
export const languageOfAnother = (pid = '01810199999'): RefusedDocument => ({
  factor: 'personidentifikator of somebody else beside spraak "en"',
  document: JSON.stringify({ spraak: 'en', personidentifikator: pid }),
  rules: [otherMembersChangeNothing],
})

/** Each of them is sent once, with all scopes. */
export const refusedDocuments: readonly RefusedDocument[] = [
  ...unknownCodes,
  ...noCodes,
  ...noJson,
  ...otherMediaTypes,
  ...otherMembers,
]

/** A code of 1 MiB: larger than any language change, and JSON all the same. */
export const largeDocument: Attempt = {
  factor: 'a document of 1 MiB',
  document: languageDocument('x'.repeat(2 ** 20)),
  mayBeClosed: true,
}
