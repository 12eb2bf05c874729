import type { Pki } from '../../reference/pki/pki.ts'
import type { JwsSigner, SignerVariation } from '../../reference/pki/signer.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { segmentOf, withSegments } from './jws-structure.ts'

/** Signs with this variation in place of the usual signer, the same one for every answer. */
export const otherSigner = (variation: (now: number) => SignerVariation) => {
  const issued = new WeakMap<Pki, Promise<JwsSigner>>()
  return (_: JwsSigner, { pki, now }: { readonly pki: Pki; readonly now: number }) => {
    const signer = issued.get(pki) ?? pki.issueSigner(variation(now))
    issued.set(pki, signer)
    return signer
  }
}

/** Milliseconds. */
const day = 24 * 3_600_000

const strangersSigner = otherSigner(() => ({ issuedBy: 'stranger' }))

const base64Of = (pem: string): string => pem.replaceAll(/-----[^-]+-----|\s/g, '')

const newSigner = otherSigner(() => ({ modulusLength: 2048 }))

/** Faults of the signature, of the signing certificate and of its chain. */
export const jwsKeysDefects = ofFamily('JWS keys and chain', [
  /** An asymmetric signature by its name, and made by another algorithm. */
  {
    id: 'DEF-JWS-ALG-IS-ANOTHER-HASH',
    title: 'alg is RS512 over an RS256 signature',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-003'],
    inject: (signer, context) =>
      isAskedWith(context, 'digitalpost') ? { ...signer, alg: 'RS512' } : signer,
  },
  /** The same person, and other octets than those that were signed. */
  {
    id: 'DEF-JWS-PAYLOAD-IS-WRITTEN-ANEW',
    title: 'the payload is written anew, members sorted, after it was signed',
    seam: 'jwsCompact',
    violates: ['KRR-JWS-003'],
    inject: (compact, { document }) =>
      withSegments(compact, (header, _, signature) => [
        header,
        segmentOf(Object.fromEntries(Object.entries(document).toSorted())),
        signature,
      ]),
  },
  /** Of the right length and encoding: only verifying it shows the fault. */
  {
    id: 'DEF-JWS-SIGNATURE-IS-BROKEN',
    title: 'one bit of the signature is wrong',
    seam: 'jwsCompact',
    violates: ['KRR-JWS-003'],
    inject: (compact) =>
      withSegments(compact, (header, payload, signature) => {
        const octets = Buffer.from(signature, 'base64url')
        octets.writeUInt8(octets.readUInt8(0) ^ 1)
        return [header, payload, octets.toString('base64url')]
      }),
  },
  /** The order of a TLS bundle that somebody turned round. */
  {
    id: 'DEF-JWS-X5C-BEGINS-WITH-THE-ISSUER',
    title: 'x5c begins with the issuer, the signing certificate comes last',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-003', 'KRR-JWS-004'],
    // The authority's own certificate has no organisation number.
    alsoTrips: ['KRR-JWS-007'],
    inject: (signer) => ({ ...signer, x5c: signer.x5c.toReversed() }),
  },
  /** RFC 7515, 4.1.6: each is base64, not base64url. */
  {
    id: 'DEF-JWS-X5C-IS-BASE64URL',
    title: 'the certificates in x5c are base64url, like all else in the JWS',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-003'],
    inject: (signer) => ({
      ...signer,
      x5c: signer.x5c.map((der) => Buffer.from(der, 'base64').toString('base64url')),
    }),
  },
  /** The receiver would have to know the key from elsewhere; no page says where. */
  {
    id: 'DEF-JWS-X5C-IS-MISSING',
    title: 'the JOSE header names alg and no key',
    seam: 'jws',
    violates: ['KRR-JWS-003'],
    inject: ({ header, payload }) => ({ header: { alg: header['alg'] }, payload }),
  },
  /** The chain of the former supplier, left in the configuration. */
  {
    id: 'DEF-JWS-ISSUER-IS-ANOTHER-AUTHORITY',
    title: 'the second certificate in x5c is of an authority that did not issue the first',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-004'],
    async inject(signer, context) {
      const stranger = await strangersSigner(signer, context)
      return { ...signer, x5c: [...signer.x5c.slice(0, 1), ...stranger.x5c.slice(1)] }
    },
  },
  /** It does not certify itself. */
  {
    id: 'DEF-JWS-SIGNING-CERTIFICATE-OCCURS-TWICE',
    title: 'the signing certificate stands in x5c twice',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-004'],
    inject: (signer) => ({ ...signer, x5c: [...signer.x5c.slice(0, 1), ...signer.x5c] }),
  },
  /** The TLS server's root, in the place of the signer's. */
  {
    id: 'DEF-JWS-UNRELATED-CERTIFICATE-ENDS-THE-CHAIN',
    title: 'the last certificate in x5c certifies nobody in it, for spraak.write alone',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-004'],
    inject: (signer, context) =>
      isAskedWith(context, 'spraak')
        ? { ...signer, x5c: [...signer.x5c, base64Of(context.pki.caPem)] }
        : signer,
  },
  /** Renewing it was forgotten; everything else is in order. */
  {
    id: 'DEF-JWS-SIGNING-CERTIFICATE-HAS-EXPIRED',
    title: 'the signing certificate expired yesterday',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-005'],
    inject: otherSigner((now) => ({
      notBefore: new Date(now - 365 * day),
      notAfter: new Date(now - day),
    })),
  },
  /** The new one, put in place a day early. */
  {
    id: 'DEF-JWS-SIGNING-CERTIFICATE-IS-NOT-VALID-YET',
    title: 'the signing certificate is valid from tomorrow',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-005'],
    inject: otherSigner((now) => ({ notBefore: new Date(now + day) })),
  },
  /** It verifies, and RFC 7518, 3.3 wants 2048 bits. */
  {
    id: 'DEF-JWS-SIGNING-KEY-HAS-1024-BITS',
    title: 'the signing key is RSA of 1024 bits',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-005'],
    inject: otherSigner(() => ({ modulusLength: 1024 })),
  },
  /** A chain of which each link holds, and which ends at the wrong place. */
  {
    id: 'DEF-JWS-CHAIN-LEADS-TO-A-STRANGER',
    title: 'the signing certificate is issued by an authority that nobody trusts',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-006'],
    inject: otherSigner(() => ({ issuedBy: 'stranger' })),
  },
  /** Works for who has met the intermediate authority before, and for nobody else. */
  {
    id: 'DEF-JWS-INTERMEDIATE-CERTIFICATE-IS-MISSING',
    title: 'x5c holds the signing certificate alone, and its issuer is no trust anchor',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-006'],
    inject: (signer) => ({ ...signer, x5c: signer.x5c.slice(0, 1) }),
  },
  /** A supplier signed with a certificate of its own. */
  {
    id: 'DEF-JWS-ORGANISATION-IS-ANOTHER',
    title: 'the signing certificate is of another organisation',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-007'],
    inject: otherSigner(() => ({ organisationNumber: '889640782' })),
  },
  /** The name alone: two bodies may share one. */
  {
    id: 'DEF-JWS-ORGANISATION-HAS-NO-NUMBER',
    title: 'the signing certificate names its organisation without a number',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-007'],
    inject: otherSigner(() => ({ namedBy: [] })),
  },
  /** The older form, and the register has moved since. */
  {
    id: 'DEF-JWS-FORMER-ORGANISATION-IS-NAMED-BY-SERIAL-NUMBER',
    title: 'the signing certificate has the number of another organisation, in serialNumber alone',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-007'],
    inject: otherSigner(() => ({ organisationNumber: '974760673', namedBy: ['serialNumber'] })),
  },
  /** Valid, and nobody has ordered the next one. */
  {
    id: 'DEF-JWS-SIGNING-CERTIFICATE-ENDS-IN-20-DAYS',
    title: 'the signing certificate has 20 days left',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-011'],
    inject: otherSigner((now) => ({ notAfter: new Date(now + 20 * day) })),
  },
  /** One of two nodes was left out when the key was changed. */
  {
    id: 'DEF-JWS-KEY-IS-ANOTHER-FOR-ONE-COMBINATION',
    title: 'another key signs for kontaktinformasjon.read with spraak.write',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-011'],
    inject: (signer, context) =>
      isAskedWith(context, 'kontaktinformasjon', 'spraak') ? newSigner(signer, context) : signer,
  },
  /** Answers of the cache were signed before the key was changed; what is written anew is not among them. */
  {
    id: 'DEF-JWS-KEY-IS-ANOTHER-AFTER-A-CHANGE',
    title: 'another key signs once the language has been changed',
    seam: 'jwsSigner',
    violates: ['KRR-JWS-011'],
    inject: (signer, context) =>
      context.record?.spraak === 'en' ? newSigner(signer, context) : signer,
  },
  /** Of one person in a state that few callers meet. */
  {
    id: 'DEF-JWS-SIGNATURE-OF-THE-DELETED-IS-BROKEN',
    title: 'one bit of the signature is wrong for a person whose status is SLETTET',
    seam: 'jwsCompact',
    violates: ['KRR-JWS-003'],
    inject: (compact, { record }) =>
      record?.status === 'SLETTET'
        ? withSegments(compact, (header, payload, signature) => {
            const octets = Buffer.from(signature, 'base64url')
            octets.writeUInt8(octets.readUInt8(0) ^ 1)
            return [header, payload, octets.toString('base64url')]
          })
        : compact,
  },
  /** Whoever pinned the key is the first to hear of it. */
  {
    id: 'DEF-JWS-KEY-IS-ANOTHER-THAN-BEFORE',
    title: 'one key signs all answers of the run, and it is another one than in the run before',
    seam: 'jwsSigner',
    since: 'the run before',
    violates: ['KRR-JWS-011'],
    inject: otherSigner(() => ({ modulusLength: 2048 })),
  },
])
