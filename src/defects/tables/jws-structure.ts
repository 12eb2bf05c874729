import { createHmac } from 'node:crypto'
import { encodeJson } from '../../reference/api/message.ts'
import type { ApiSeams } from '../../reference/api/seams.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'

/** The JWS with registered claims beside the person; `now` is in seconds since the epoch. */
export const withClaims = (
  { header }: ApiSeams['jws']['value'],
  { document, now }: ApiSeams['jws']['context'],
  claims: (now: number) => { readonly [name: string]: unknown },
): ApiSeams['jws']['value'] => ({
  header,
  payload: encodeJson({ ...claims(Math.floor(now / 1_000)), ...document }),
})

/** Edits the segments of a compact JWS (RFC 7515, 3.1), and nothing about how they are put together. */
export const withSegments = (
  compact: string,
  edit: (header: string, payload: string, signature: string) => readonly string[],
): string => {
  const [header = '', payload = '', signature = ''] = compact.split('.')
  return edit(header, payload, signature).join('.')
}

/** JSON as a segment. */
export const segmentOf = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

/** 256 octets leave four bits unused in the last character: each of these differs in the lowest. */
const nextLetter: Readonly<Record<string, string>> = { A: 'B', Q: 'R', g: 'h', w: 'x' }

const secret = 'shared by the register and everybody who reads it'

/** Faults of the compact serialisation, of `alg` and of the payload. */
export const jwsStructureDefects = ofFamily('JWS structure', [
  /** As text files end. A verifier that splits at the dots takes it into the signature. */
  {
    id: 'DEF-JWS-LINE-END-FOLLOWS-THE-JWS',
    title: 'a line end stands behind the JWS',
    seam: 'jwsCompact',
    violates: ['KRR-JWS-001'],
    inject: (compact) => `${compact}\n`,
  },
  /** As a framework serialises a string, with digitalpost.read alone. */
  {
    id: 'DEF-JWS-QUOTES-SURROUND-THE-JWS',
    title: 'the JWS is a JSON string, quotes and all',
    seam: 'jwsCompact',
    violates: ['KRR-JWS-001'],
    inject: (compact, context) =>
      isAskedWith(context, 'digitalpost') ? JSON.stringify(compact) : compact,
  },
  /** Base64url as RFC 4648 has it; JOSE leaves the padding out. */
  {
    id: 'DEF-JWS-SEGMENTS-ARE-PADDED',
    title: 'the signature is padded with =',
    seam: 'jwsCompact',
    violates: ['KRR-JWS-001'],
    inject: (compact, context) =>
      isAskedWith(context, 'kontaktinformasjon') ? `${compact}==` : compact,
  },
  /** Decoders drop them, so that it verifies; yet the same octets have one encoding only. */
  {
    id: 'DEF-JWS-SIGNATURE-HAS-BITS-LEFT-OVER',
    title: 'the last character of the signature has bits set that belong to no octet',
    seam: 'jwsCompact',
    violates: ['KRR-JWS-001'],
    inject: (compact) => `${compact.slice(0, -1)}${nextLetter[compact.slice(-1)] ?? ''}`,
  },
  /** Whoever can verify it can sign it: nobody knows who did. */
  {
    id: 'DEF-JWS-ALG-IS-HS256',
    title: 'the JWS is signed with HS256 and a shared secret',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-002'],
    inject: ({ x5c }) => ({
      alg: 'HS256',
      x5c,
      sign: (signingInput) => createHmac('sha256', secret).update(signingInput).digest(),
    }),
  },
  /** The name is case-sensitive (RFC 7515, 4.1.1), and this one is nobody's. */
  {
    id: 'DEF-JWS-ALG-IS-IN-LOWER-CASE',
    title: 'alg is rs256',
    seam: 'jws',
    violates: ['KRR-JWS-002'],
    inject: ({ header, payload }) => ({ header: { ...header, alg: 'rs256' }, payload }),
  },
  /** RFC 7518, 3.6: integrity then has to come from elsewhere. */
  {
    id: 'DEF-JWS-ALG-IS-NONE',
    title: 'alg is none, and there is no signature, for kontaktinformasjon.read alone',
    seam: 'jwsCompact',
    violates: ['KRR-JWS-002'],
    inject: (compact, context) =>
      isAskedWith(context, 'kontaktinformasjon')
        ? withSegments(compact, (_, payload) => [
            segmentOf({ alg: 'none', x5c: context.signer.x5c }),
            payload,
            '',
          ])
        : compact,
  },
  /** Serialised twice. It is valid JSON, and what is in it is not a person yet. */
  {
    id: 'DEF-JWS-PAYLOAD-IS-A-STRING',
    title:
      'the payload is the person as a JSON string, for kontaktinformasjon.read with spraak.write',
    seam: 'jws',
    violates: ['KRR-JWS-009', 'KRR-BODY-019'],
    inject: ({ header, payload }, context) =>
      isAskedWith(context, 'kontaktinformasjon', 'spraak')
        ? { header, payload: encodeJson(Buffer.from(payload).toString('utf8')) }
        : { header, payload },
  },
  /** As claims of an ID token are grouped. Asked with the scope that shows least, so that little else is missed. */
  {
    id: 'DEF-JWS-PERSON-IS-IN-AN-ENVELOPE',
    title: 'the payload has the person in a member of its own, for spraak.write alone',
    seam: 'jws',
    violates: ['KRR-JWS-009'],
    // The envelope has none of the members that must be there, and one that no other combination has.
    alsoTrips: ['KRR-BODY-001', 'KRR-SCOPE-006', 'KRR-SCOPE-007'],
    inject: ({ header, payload }, context) =>
      isAskedWith(context, 'spraak')
        ? { header, payload: encodeJson({ person: context.document }) }
        : { header, payload },
  },
  /** An extension of the register's own, which callers must not pass by. */
  {
    id: 'DEF-JWS-CRIT-NAMES-AN-EXTENSION',
    title: 'crit names an extension that no page describes',
    seam: 'jws',
    violates: ['KRR-JWS-008'],
    inject: ({ header, payload }) => ({
      header: { ...header, crit: ['krr/version'], 'krr/version': 2 },
      payload,
    }),
  },
  /** RFC 7797 has to be understood by who is told so; the payload is encoded all the same. */
  {
    id: 'DEF-JWS-PAYLOAD-IS-CALLED-UNENCODED',
    title: 'b64 is false and in crit, for digitalpost.read with spraak.write',
    seam: 'jws',
    violates: ['KRR-JWS-008'],
    inject: ({ header, payload }, context) =>
      isAskedWith(context, 'digitalpost', 'spraak')
        ? { header: { ...header, b64: false, crit: ['b64'] }, payload }
        : { header, payload },
  },
  /** A signed answer that was kept for longer than it holds. */
  {
    id: 'DEF-JWS-EXP-HAS-PASSED',
    title: 'exp in the payload was ten minutes ago',
    seam: 'jws',
    violates: ['KRR-JWS-010'],
    inject: (jws, context) => withClaims(jws, context, (now) => ({ exp: now - 600 })),
  },
  /** An hour of summer time, added once too often. */
  {
    id: 'DEF-JWS-NBF-IS-IN-AN-HOUR',
    title: 'nbf in the payload is in an hour',
    seam: 'jws',
    violates: ['KRR-JWS-010'],
    inject: (jws, context) => withClaims(jws, context, (now) => ({ nbf: now + 3_600 })),
  },
  /** A node whose clock is fast, asked with one combination of scopes. */
  {
    id: 'DEF-JWS-IAT-IS-IN-THE-FUTURE',
    title:
      'iat in the payload is in ten minutes, for kontaktinformasjon.read with digitalpost.read',
    seam: 'jws',
    violates: ['KRR-JWS-010'],
    inject: (jws, context) =>
      isAskedWith(context, 'kontaktinformasjon', 'digitalpost')
        ? withClaims(jws, context, (now) => ({ iat: now + 600 }))
        : jws,
  },
  /** NumericDate is a number of seconds (RFC 7519, 2). */
  {
    id: 'DEF-JWS-EXP-IS-A-DATE',
    title: 'exp in the payload is a date in a string',
    seam: 'jws',
    violates: ['KRR-JWS-010'],
    inject: (jws, context) =>
      withClaims(jws, context, (now) => ({ exp: new Date((now + 600) * 1_000).toISOString() })),
  },
])
