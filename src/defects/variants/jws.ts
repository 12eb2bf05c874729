import { X509Certificate } from 'node:crypto'
import { encodeJson, isJsonObject } from '../../reference/api/message.ts'
import { certificatePem } from '../../reference/pki/certificate.ts'
import type { SignerVariation } from '../../reference/pki/signer.ts'
import type { Injections } from '../../reference/seams.ts'
import { otherSigner } from '../tables/jws-keys.ts'
import type { Variant } from './variant.ts'

const signedBy =
  (variation: SignerVariation): (() => Injections) =>
  () => ({ jwsSigner: otherSigner(() => variation) })

/** Signed otherwise, by keys and certificates that lead to the same anchor (RFC 7515, RFC 7518). */
export const jwsVariants: readonly Variant[] = [
  {
    id: 'VAR-JWS-WITH-RS512',
    title: 'a person is signed with RS512',
    injections: signedBy({ alg: 'RS512' }),
  },
  {
    id: 'VAR-JWS-WITH-PS256',
    title: 'a person is signed with PS256',
    injections: signedBy({ alg: 'PS256' }),
  },
  {
    id: 'VAR-JWS-WITH-ES256',
    title: 'a person is signed with ES256',
    injections: signedBy({ alg: 'ES256' }),
  },
  {
    id: 'VAR-JWS-WITH-EDDSA',
    title: 'a person is signed with EdDSA',
    injections: signedBy({ alg: 'EdDSA' }),
  },
  {
    id: 'VAR-JWS-ORGANISATION-IS-NAMED-BY-SERIAL-NUMBER',
    title: 'the certificate names the organisation by serialNumber alone',
    settles: ['KRR-JWS-007'],
    injections: signedBy({ namedBy: ['serialNumber'] }),
  },
  {
    id: 'VAR-JWS-ORGANISATION-IS-NAMED-BY-IDENTIFIER',
    title: 'the certificate names the organisation by organizationIdentifier alone',
    settles: ['KRR-JWS-007'],
    injections: signedBy({ namedBy: ['organizationIdentifier'] }),
  },
  {
    id: 'VAR-JWS-WITH-ONE-CERTIFICATE',
    title: 'x5c is the signing certificate alone, and its issuer is the trust anchor',
    injections: () => ({
      jwsSigner: (signer) => ({ ...signer, x5c: signer.x5c.slice(0, 1) }),
    }),
    configure: (configured, { pki }) => {
      const [, issuer = ''] = pki.signer.x5c
      return { ...configured, trustAnchor: certificatePem(Buffer.from(issuer, 'base64')) }
    },
  },
  {
    id: 'VAR-JWS-WITH-THREE-CERTIFICATES',
    title: 'x5c goes up to the root',
    injections: () => ({
      jwsSigner: (signer, { pki }) => {
        const root = new X509Certificate(pki.trustAnchorPem).raw.toString('base64')
        return { ...signer, x5c: [...signer.x5c, root] }
      },
    }),
  },
  {
    id: 'VAR-JWS-HEADER-HAS-KID-AND-TYP',
    title: 'the JOSE header has kid, typ and x5t#S256 too',
    injections: () => ({
      jws: ({ header, payload }) => ({
        header: { kid: 'krr-1', typ: 'JOSE', 'x5t#S256': 'a'.repeat(43), ...header },
        payload,
      }),
    }),
  },
  {
    id: 'VAR-JWS-HAS-JWT-CLAIMS',
    title: 'the payload has iss, iat, nbf and exp beside the person',
    settles: ['KRR-JWS-010'],
    injections: () => ({
      jws: ({ header, payload }, { now }) => {
        const person: unknown = JSON.parse(new TextDecoder().decode(payload))
        const seconds = Math.floor(now / 1000)
        const claims = {
          iss: 'https://krr.example',
          iat: seconds,
          nbf: seconds,
          exp: seconds + 120,
        }
        return {
          header,
          payload: isJsonObject(person) ? encodeJson({ ...claims, ...person }) : payload,
        }
      },
    }),
  },
  {
    id: 'VAR-JWS-KEY-CHANGES-BETWEEN-RUNS',
    title: 'the signing key is another one than in the run before',
    mayTrip: ['KRR-JWS-011'],
    earlier: () => ({}),
    injections: signedBy({ modulusLength: 3072 }),
  },
]
