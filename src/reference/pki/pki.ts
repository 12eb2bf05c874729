import { createAuthority, generateP256, type KeptAuthority } from './authority.ts'
import { certificatePem } from './certificate.ts'
import { createSigners, type JwsSigner, type SignerVariation } from './signer.ts'

/** A TLS server's certificate and key, in PEM. */
export interface TlsIdentity {
  readonly certPem: string
  readonly keyPem: string
}

/** A beginning and an end that differ from the usual ones. */
export interface Validity {
  readonly notBefore?: Date
  readonly notAfter?: Date
}

/** In what a TLS server's certificate differs from the usual one. */
export interface TlsVariation extends Validity {
  /** Whom it is for, instead of `localhost` and 127.0.0.1. */
  readonly hosts?: { readonly names: readonly string[]; readonly ipv4: readonly string[] }
}

/** All keys and certificates of the person API. Made once, shared by any number of environments. */
export interface Pki {
  /** PEM of the root that certifies the TLS server. */
  readonly caPem: string
  /** PEM of the root that the JWS signing certificate leads to. */
  readonly trustAnchorPem: string
  /** For `localhost` and 127.0.0.1. */
  readonly tls: TlsIdentity
  readonly signer: JwsSigner
  /** Base64 DER: the encryption certificate of a person's mailbox. */
  readonly mailboxCertificate: string
  /** Further ones, for what is not usual. */
  readonly issueTls: (variation: TlsVariation) => TlsIdentity
  readonly issueSigner: (variation: SignerVariation) => Promise<JwsSigner>
  readonly issueMailboxCertificate: (validity: Validity) => string
  /** The authorities, for a later start that others are to trust as this one. */
  readonly kept: () => KeptPki
}

/** The authorities that others trust, as they outlive their process. */
export interface KeptPki {
  readonly tlsRoot: KeptAuthority
  readonly signRoot: KeptAuthority
  readonly intermediate: KeptAuthority
}

/** The TLS identity of a server: for this host name, or for this machine where it has none. */
export const tlsIdentity = (pki: Pki, host: string | undefined): TlsIdentity =>
  host === undefined ? pki.tls : pki.issueTls({ hosts: { names: [host], ipv4: [] } })

/** Makes the authorities, or takes those that were kept, the TLS identity, the signer and the mailbox certificate. */
export const createPki = async (earlier?: KeptPki): Promise<Pki> => {
  const signRoot = createAuthority('KRR reference signing root', undefined, earlier?.signRoot)
  const [tlsRoot, signAnchor, intermediate, stranger, tlsKeys, mailboxKeys] = await Promise.all([
    createAuthority('KRR reference TLS root', undefined, earlier?.tlsRoot),
    signRoot,
    signRoot.then((root) =>
      createAuthority('KRR reference signing CA', root, earlier?.intermediate),
    ),
    createAuthority('KRR reference stranger'),
    generateP256(),
    generateP256(),
  ])
  const issueSigner = await createSigners({ intermediate, stranger })
  const issueTls = (variation: TlsVariation): TlsIdentity => ({
    certPem: certificatePem(
      tlsRoot.issue({
        subject: [['commonName', 'localhost']],
        publicKey: tlsKeys.publicKey,
        purpose: 'tlsServer',
        days: 90,
        hosts: { names: ['localhost'], ipv4: ['127.0.0.1'] },
        ...variation,
      }),
    ),
    keyPem: tlsKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  })
  const issueMailboxCertificate = (validity: Validity): string =>
    intermediate
      .issue({
        subject: [['commonName', 'KRR reference mailbox']],
        publicKey: mailboxKeys.publicKey,
        purpose: 'encryption',
        days: 365,
        ...validity,
      })
      .toString('base64')
  return {
    caPem: certificatePem(tlsRoot.certificate),
    trustAnchorPem: certificatePem(signAnchor.certificate),
    tls: issueTls({}),
    signer: await issueSigner({}),
    mailboxCertificate: issueMailboxCertificate({}),
    issueTls,
    issueSigner,
    issueMailboxCertificate,
    kept: () => ({
      tlsRoot: tlsRoot.kept(),
      signRoot: signAnchor.kept(),
      intermediate: intermediate.kept(),
    }),
  }
}
