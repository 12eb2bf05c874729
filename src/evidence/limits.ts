/**
 * How much of what others send is read. What a message over a limit means is a rule's, or the reason why something is
 * inconclusive; `docs/settings.md` lists the figures.
 */
export const limits = {
  /** Bytes of a content: as they come over the wire, and without their content coding. */
  contentBytes: 1024 * 1024,
  /** Field lines of a header section. */
  fields: 200,
  /** Bytes of a header section. */
  headerBytes: 16_384,
  /** Informational responses (1xx) before the response itself. */
  informational: 20,
  /** Redirects that one login follows. */
  redirects: 10,
  /** Objects and arrays within each other in a JSON text. */
  jsonDepth: 64,
  /** Members and items of a JSON text altogether. */
  jsonMembers: 50_000,
  /** Characters of a JOSE header, encoded. */
  joseHeader: 131_072,
  /**
   * Characters of a JWS payload, encoded: half of what a content may have. A person takes a few thousand; decoded text,
   * bytes and JSON of each signed answer are held beside each other.
   */
  jwsPayload: 524_288,
  /** Certificates of `x5c` that are parsed. */
  certificates: 16,
  /** Characters of one certificate in base64. */
  certificate: 16_384,
  /** Keys of a JWK Set. */
  keys: 100,
  /** Bits of an RSA modulus that signatures are verified with. */
  rsaModulusBits: 8_192,
  /** Bits of an RSA exponent. */
  rsaExponentBits: 64,
  /** Characters of a token. */
  token: 16_384,
  /** Characters of a published document in YAML, which takes long to parse. */
  yaml: 524_288,
  /** Milliseconds for which the thread that compiles published schemas may take to begin. */
  schemaThreadStartMs: 20_000,
  /** Milliseconds for which a published schema may be compiled, or a value be judged by it. */
  schemaMs: 3_000,
  /** Megabytes that compiling and judging may take. */
  schemaMegabytes: 128,
  /** Characters of what is shown of a content, from its beginning. */
  shownHead: 16_384,
  /** Characters of what is shown of a content that is longer, from its end. */
  shownTail: 2_048,
  /** Deviations that one rule reports of one place. */
  findings: 100,
  /** Characters of one sentence of a report in which something of others stands. */
  sentence: 2_000,
  /** Secrets and personal values that are remembered, to be masked wherever they turn up. */
  remembered: 10_000,
  /** Characters of a value that are remembered. */
  rememberedValue: 16_384,
  /** Secrets and personal values that one document teaches. */
  taught: 500,
} as const
