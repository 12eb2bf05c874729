import { ofFamily } from '../defect.ts'

/** 256 bits, which are no secret of anything. */
const sharedSecret = Buffer.alloc(32, 'reference').toString('base64url')

/** The modulus of a pair whose private key was thrown away. */
const shortModulus =
  's8k6N6DZ1M1nHlun2Xbt59Dm2Td3DG8iAhAPmLOMnH5Arv2JF154KsMXvWq492wSsSfSZkpZ7xps' +
  'sQy5on5vGvFAU92ttkxRoBBbuO8QP_EgShOlLfNhPxEd8ejmhxMjekSzSfwh9AzTxb0XPZ-3gaQc' +
  'AHBaVGoGnxvZ2IcXXO0'

/** 2048 bits, of nobody's key. */
const otherModulus = Buffer.alloc(256, 0xab).toString('base64url')

/** Faults of ID-porten's metadata and keys. */
export const providerMetadataDefects = ofFamily('OpenID provider', [
  /**
   * ID-porten's issuer has none; a client that compares as strings, as it must, finds another
   * issuer.
   */
  {
    id: 'DEF-OP-ISSUER-ENDS-WITH-A-SLASH',
    title: 'the issuer in the metadata ends with a slash',
    seam: 'providerMetadata',
    violates: ['KRR-OP-001'],
    inject: (metadata, { issuer }) => ({ ...metadata, issuer: `${issuer}/` }),
  },
  /** Whose metadata they are is left to the address that they came from. */
  {
    id: 'DEF-OP-ISSUER-IS-MISSING',
    title: 'the metadata name no issuer',
    seam: 'providerMetadata',
    violates: ['KRR-OP-001'],
    inject: ({ issuer: _, ...metadata }) => metadata,
  },
  /** A challenge that is its own verifier protects no code; S256 still works, and nobody is told. */
  {
    id: 'DEF-OP-S256-IS-NOT-OFFERED',
    title: 'the metadata offer PKCE with the method plain only',
    seam: 'providerMetadata',
    violates: ['KRR-OP-002'],
    inject: (metadata) => ({ ...metadata, code_challenge_methods_supported: ['plain'] }),
  },
  /** Silence means that PKCE is not supported (RFC 8414, 2), although it is demanded here. */
  {
    id: 'DEF-OP-PKCE-IS-NOT-MENTIONED',
    title: 'the metadata do not mention PKCE',
    seam: 'providerMetadata',
    violates: ['KRR-OP-002'],
    inject: ({ code_challenge_methods_supported: _, ...metadata }) => metadata,
  },
  /** A client that configures itself by the metadata would ask for tokens in the address. */
  {
    id: 'DEF-OP-CODE-FLOW-IS-NOT-OFFERED',
    title: 'the metadata offer the implicit flow only',
    seam: 'providerMetadata',
    violates: ['KRR-OP-002'],
    inject: (metadata) => ({
      ...metadata,
      response_types_supported: ['id_token', 'id_token token'],
    }),
  },
  /** It is asked with an access token. The login does not need it and goes through. */
  {
    id: 'DEF-OP-USERINFO-ENDPOINT-IS-PLAIN-HTTP',
    title: 'the userinfo endpoint is named with plain http',
    seam: 'providerMetadata',
    violates: ['KRR-OP-002'],
    inject: (metadata) => ({ ...metadata, userinfo_endpoint: 'http://idporten.example/userinfo' }),
  },
  /**
   * Whoever reads the set can sign as the issuer. The public key stands before it, so every token
   * verifies.
   */
  {
    id: 'DEF-OP-PRIVATE-KEY-IS-PUBLISHED',
    title: 'the JWK Set holds a private key',
    seam: 'jwks',
    violates: ['KRR-OP-003'],
    inject: ({ keys }, { privateJwk }) => ({ keys: [...keys, { ...privateJwk, kid: 'backup' }] }),
  },
  /** A key that signs and verifies alike is nobody's any more once it is public. */
  {
    id: 'DEF-OP-SYMMETRIC-KEY-IS-PUBLISHED',
    title: 'the JWK Set holds a symmetric key',
    seam: 'jwks',
    violates: ['KRR-OP-003'],
    inject: ({ keys }) => ({
      keys: [...keys, { kty: 'oct', kid: 'internal', use: 'sig', alg: 'HS256', k: sharedSecret }],
    }),
  },
  /** An old key was left in the set: it is well-formed, and too short since long ago. */
  {
    id: 'DEF-OP-RSA-KEY-HAS-1024-BITS',
    title: 'the JWK Set holds an RSA key of 1024 bits',
    seam: 'jwks',
    violates: ['KRR-OP-003'],
    inject: ({ keys }) => ({
      keys: [
        ...keys,
        { kty: 'RSA', kid: 'old', use: 'sig', alg: 'RS256', e: 'AQAB', n: shortModulus },
      ],
    }),
  },
  /** The key for encryption got the name of the key that signs. */
  {
    id: 'DEF-OP-KID-OCCURS-TWICE',
    title: 'two keys in the JWK Set have the same kid',
    seam: 'jwks',
    violates: ['KRR-OP-013'],
    inject: ({ keys }) => ({
      keys: [
        ...keys,
        ...keys.map((key) => ({ ...key, n: otherModulus, use: 'enc', alg: 'RSA-OAEP-256' })),
      ],
    }),
  },
  /** The member may be left out, and then means more than this. */
  {
    id: 'DEF-OP-CODE-GRANT-IS-NOT-OFFERED',
    title: 'the metadata list refresh_token as the only grant type',
    seam: 'providerMetadata',
    violates: ['KRR-OP-002'],
    inject: (metadata) => ({ ...metadata, grant_types_supported: ['refresh_token'] }),
  },
  /** Without it nobody can verify anything, unless the address is known from elsewhere. */
  {
    id: 'DEF-OP-JWKS-URI-IS-MISSING',
    title: 'the metadata do not say where the JWK Set is',
    seam: 'providerMetadata',
    violates: ['KRR-OP-002'],
    inject: ({ jwks_uri: _, ...metadata }) => metadata,
  },
  /** Client secret, code and code_verifier would go to somebody else. */
  {
    id: 'DEF-OP-TOKEN-ENDPOINT-IS-ELSEWHERE',
    title: 'the token endpoint is on a host that is none of the environment',
    seam: 'providerMetadata',
    violates: ['KRR-OP-002'],
    inject: (metadata) => ({ ...metadata, token_endpoint: 'https://token.example/token' }),
  },
])
