import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import type { JWK } from 'jose'

/** The files that seal a folder. They are not listed in the manifest that they make up. */
export const sealFiles = {
  manifest: 'manifest.json',
  signature: 'manifest.jws',
  key: 'manifest.jwk.json',
} as const

/** What is sealed: a report, or a decision of the gate. */
interface Sealable {
  readonly run: { readonly id: string; readonly selection: 'full' | 'partial' }
  readonly target: { readonly environment: string }
  /** Of the environment; of a decision its answer. */
  readonly verdict: string
}

/** A file of the folder as it was when it was sealed. */
interface SealedFile {
  readonly path: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

/** What a folder holds and says, signed as it stands. */
export interface Manifest {
  readonly schemaVersion: 1
  readonly run: string
  readonly environment: string
  readonly verdict: string
  readonly selection: 'full' | 'partial'
  /** `ephemeral`: made for this run and kept nowhere; it tells who signed to nobody. */
  readonly signedBy: 'configured key' | 'ephemeral key'
  /** Of the public key (RFC 7638), base64url. */
  readonly thumbprint: string
  readonly files: readonly SealedFile[]
}

/** A file by its path in the folder. */
export type FolderFile = readonly [path: string, content: string | Uint8Array]

/** The manifest of these files, in the order of their paths. */
const manifestOf = (
  { run, target, verdict }: Sealable,
  files: readonly FolderFile[],
  signer: Pick<Manifest, 'signedBy' | 'thumbprint'>,
): Manifest => ({
  schemaVersion: 1,
  run: run.id,
  environment: target.environment,
  verdict,
  selection: run.selection,
  signedBy: signer.signedBy,
  thumbprint: signer.thumbprint,
  files: files.map(sealed).toSorted((one, other) => (one.path < other.path ? -1 : 1)),
})

/** Length and digest of a file. */
export const sealed = ([path, content]: FolderFile): SealedFile => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Signs with one key, from a setting or made for this run. */
export interface Signer extends Pick<Manifest, 'signedBy' | 'thumbprint'> {
  /** With `kid`, its thumbprint (RFC 7638), and `alg`. */
  readonly publicJwk: JWK
  /** A compact JWS without its payload (RFC 7515, appendix F). */
  readonly sign: (content: string) => Promise<string>
}

/** Opens the key of `KRR_SIGNING_JWK`, a private JWK as JSON, or makes one that lives as long as this process. */
export const openSigner = async (signingJwk: string | undefined): Promise<Signer> => {
  const { calculateJwkThumbprint, CompactSign } = await import('jose')
  const key =
    signingJwk === undefined
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : createPrivateKey({ key: JSON.parse(signingJwk), format: 'jwk' })
  const alg = algorithmOf(key)
  const exported = createPublicKey(key).export({ format: 'jwk' }) as JWK
  const thumbprint = await calculateJwkThumbprint(exported)
  return {
    signedBy: signingJwk === undefined ? 'ephemeral key' : 'configured key',
    thumbprint,
    publicJwk: { ...exported, kid: thumbprint, use: 'sig', alg },
    async sign(content) {
      const jws = await new CompactSign(new TextEncoder().encode(content))
        .setProtectedHeader({ alg, kid: thumbprint })
        .sign(key)
      return jws.replace(/\.[^.]*\./, '..')
    },
  }
}

/** The usual algorithm of each kind of key (RFC 7518, 3.1; RFC 8037, 3.1). */
const algorithmOf = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string => {
  if (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss') return 'PS256'
  if (asymmetricKeyType !== 'ec') return 'EdDSA'
  const curves: Readonly<Record<string, string>> = { secp384r1: 'ES384', secp521r1: 'ES512' }
  return curves[asymmetricKeyDetails?.namedCurve ?? ''] ?? 'ES256'
}

/** The files that seal these ones: manifest, detached signature, public key. */
export const seal = async (
  report: Sealable,
  files: readonly FolderFile[],
  signer: Signer,
): Promise<readonly (readonly [path: string, content: string])[]> => {
  const manifest = `${JSON.stringify(manifestOf(report, files, signer), undefined, 2)}\n`
  return [
    [sealFiles.manifest, manifest],
    [sealFiles.signature, `${await signer.sign(manifest)}\n`],
    [sealFiles.key, `${JSON.stringify(signer.publicJwk, undefined, 2)}\n`],
  ]
}
