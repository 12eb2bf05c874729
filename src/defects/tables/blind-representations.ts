import { deflateRawSync, gzipSync } from 'node:zlib'
import { mailboxScope } from '../../reference/api/authenticate.ts'
import { acceptsGzip } from '../../reference/api/deliver.ts'
import { fieldValue } from '../../reference/api/message.ts'
import { osloTime } from '../../reference/api/register.ts'
import type { JwsSigner } from '../../reference/pki/signer.ts'
import { hasJust } from '../asked-with.ts'
import { withField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'
import { memoryOf } from '../memory.ts'
import { isOf, withContact, without, withText } from '../person-document.ts'
import { withClaims } from './jws-structure.ts'

const signers = memoryOf(() => new Map<'second', Promise<JwsSigner>>())

const weightOf = (accept: string, type: string): number | undefined => {
  const range = accept.split(',').find((own) => own.trim().startsWith(type))
  if (range === undefined) return undefined
  const weight = /;\s*q=([\d.]+)/i.exec(range)?.[1] ?? '1'
  return weight.startsWith('1') ? Number.POSITIVE_INFINITY : Number(weight.split('.')[1] ?? 0)
}

/** Faults of the two representations, written from the contract alone (docs/defects.md). */
export const blindRepresentationsDefects = ofFamily('written blind', [
  {
    id: 'DEF-JWS-BLIND-EMPTY-CRIT',
    title: 'the JWS has a crit that names nothing (RFC 7515, 4.1.11 forbids the empty list)',
    violates: ['KRR-JWS-008'],
    seam: 'jws',
    inject: ({ header, payload }) => ({ header: { ...header, crit: [] }, payload }),
  },
  {
    id: 'DEF-JWS-BLIND-ROOT-SECOND',
    title: 'x5c has the root before the authority that it certifies',
    violates: ['KRR-JWS-004'],
    alsoTrips: ['KRR-JWS-006'],
    seam: 'jwsSigner',
    inject: (signer, { pki }) => {
      const root = pki.trustAnchorPem.replace(/-----[^-]+-----|\s/g, '')
      const [leaf, ...authorities] = signer.x5c
      return { ...signer, x5c: [leaf ?? '', root, ...authorities] }
    },
  },
  {
    id: 'DEF-JWS-BLIND-SECOND-KEY',
    title: 'what digitalpost.read alone yields is signed by another key than all else',
    violates: ['KRR-JWS-011'],
    seam: 'jwsSigner',
    inject: (signer, { scopes, people, pki }) => {
      if (!hasJust(scopes, mailboxScope)) return signer
      const made = signers(people)
      const second = made.get('second') ?? pki.issueSigner({ modulusLength: 2048 })
      made.set('second', second)
      return second
    },
  },
  {
    id: 'DEF-NEG-BLIND-QUALITY-ZERO',
    title: 'application/json;q=0 beside */* does not keep JSON out',
    violates: ['KRR-NEG-005'],
    seam: 'representation',
    inject: (representation, { request }) => {
      const ranges = (fieldValue(request, 'accept') ?? '').replaceAll(' ', '').split(',')
      const isExcluded = ranges.some((range) => /^application\/json;q=0(\.0*)?$/.test(range))
      return isExcluded && ranges.some((range) => range.startsWith('*/*'))
        ? 'application/json'
        : representation
    },
  },
  {
    id: 'DEF-NEG-BLIND-WEIGHTS-AS-INTEGERS',
    title:
      'what stands after the point of a weight is taken for a whole number: 0.25 outweighs 0.5',
    violates: ['KRR-NEG-005'],
    seam: 'representation',
    inject: (representation, { request }) => {
      const accept = fieldValue(request, 'accept') ?? ''
      const json = weightOf(accept, 'application/json')
      const jose = weightOf(accept, 'application/jose')
      if (representation === undefined || json === undefined || jose === undefined) {
        return representation
      }
      if (json === jose) return representation
      return json > jose ? 'application/json' : 'application/jose'
    },
  },
  {
    id: 'DEF-NEG-BLIND-GZIP-JWS',
    title: 'a JWS in gzip is of a person without an e-mail address',
    violates: ['KRR-NEG-008'],
    seam: 'personDocument',
    inject: (person, { request, representation }) =>
      representation === 'application/jose' && acceptsGzip(request)
        ? withContact(person, (contact) => without(contact, 'epostadresse'))
        : person,
  },
  {
    id: 'DEF-JWS-BLIND-STALE-SIGNATURE',
    title: 'after a change of the language a JWS still has the signature of the one before',
    violates: ['KRR-JWS-003'],
    seam: 'jwsCompact',
    inject: (compact, { document, people, signer }) => {
      const { spraak } = people.MAIN.record ?? {}
      if (document['spraak'] === undefined || document['spraak'] === spraak) return compact
      const [header, payload] = compact.split('.')
      const before = Buffer.from(JSON.stringify({ ...document, spraak })).toString('base64url')
      const signature = Buffer.from(signer.sign(`${header}.${before}`)).toString('base64url')
      return `${header}.${payload}.${signature}`
    },
  },
  {
    id: 'DEF-JWS-BLIND-IAT-IN-MILLISECONDS',
    title: 'the payload has an iat in milliseconds since the epoch',
    violates: ['KRR-JWS-010'],
    seam: 'jws',
    inject: (jws, context) => withClaims(jws, context, (now) => ({ iat: now * 1_000 })),
  },
  {
    id: 'DEF-JWS-BLIND-STRANGER-SIGNS-RESERVED',
    title: 'what is said of a reserved person is signed under an authority that no anchor leads to',
    violates: ['KRR-JWS-006'],
    seam: 'jwsSigner',
    inject: (signer, context) =>
      isOf(context, 'RESERVED') ? context.pki.issueSigner({ issuedBy: 'stranger' }) : signer,
  },
  {
    id: 'DEF-NEG-BLIND-JWS-STAMP-LATE',
    title: 'after a change a JWS has the new language, and the time of the one before',
    violates: ['KRR-NEG-003'],
    // The JWS says that the time of the language stood still.
    alsoTrips: ['KRR-PATCH-005', 'KRR-BODY-022'],
    seam: 'personDocument',
    inject: (person, { people, representation }) => {
      const { spraak, spraak_oppdatert = 0 } = people.MAIN.record ?? {}
      return representation === 'application/json' || person['spraak'] === spraak
        ? person
        : withText(person, 'spraak_oppdatert', () => osloTime(spraak_oppdatert))
    },
  },
  /** What a filter makes of a response whose charset nobody named (Jakarta Servlet 6.0, 5.5). */
  {
    id: 'DEF-NEG-BLIND-GZIP-LATIN-1',
    title: 'a person in gzip is labelled as ISO-8859-1',
    violates: ['KRR-NEG-001'],
    seam: 'response',
    inject: (response, { request, representation }) => {
      if (representation !== 'application/json' || !acceptsGzip(request)) return response
      const coded = { ...response, content: gzipSync(response.content) }
      const type = 'application/json;charset=ISO-8859-1'
      return withField(withField(coded, 'Content-Type', type), 'Content-Encoding', 'gzip')
    },
  },
  /** Meant well: who reads the JWS shall look at the certificate. RFC 7515, 4.1.11 forbids names of its own. */
  {
    id: 'DEF-JWS-BLIND-CRIT-NAMES-X5C',
    title: 'crit names x5c, which every verifier knows',
    violates: ['KRR-JWS-008'],
    seam: 'jws',
    inject: ({ header, payload }) => ({ header: { ...header, crit: ['x5c'] }, payload }),
  },
  /** `zip` is of JWE (RFC 7516, 4.1.3); libraries for JWT use it in a JWS too. */
  {
    id: 'DEF-JWS-BLIND-PAYLOAD-COMPRESSED',
    title: 'the payload of a JWS that has a certificate in it is compressed',
    violates: ['KRR-JWS-009', 'KRR-BODY-019'],
    // There is no person that could be compared.
    alsoTrips: ['KRR-NEG-003', 'KRR-NEG-008', 'KRR-PATCH-003'],
    seam: 'jws',
    inject: (jws, { document }) =>
      document['sertifikat'] === undefined
        ? jws
        : { header: { ...jws.header, zip: 'DEF' }, payload: deflateRawSync(jws.payload) },
  },
  {
    id: 'DEF-JWS-BLIND-GZIP-LINE-END',
    title: 'a JWS in gzip ends with a line end',
    violates: ['KRR-JWS-001'],
    // What is no JWS is no person either.
    alsoTrips: ['KRR-NEG-008'],
    seam: 'jwsCompact',
    inject: (compact, { request }) => (acceptsGzip(request) ? `${compact}\r\n` : compact),
  },
])
