import { createHash } from 'node:crypto'

/** The files that seal a folder. They are not listed in the manifest that they make up. */
export const sealFiles = {
  manifest: 'manifest.json',
  signature: 'manifest.jws',
  key: 'manifest.jwk.json',
} as const

/** What is sealed: a report, or a decision of the gate. */
export interface Sealable {
  readonly run: { readonly id: string; readonly selection: 'full' | 'partial' }
  readonly target: { readonly environment: string }
  /** Of the environment; of a decision its answer. */
  readonly verdict: string
}

/** A file of the folder as it was when it was sealed. */
export interface SealedFile {
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
export const manifestOf = (
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
