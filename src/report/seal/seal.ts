import { type FolderFile, manifestOf, type Sealable, sealFiles } from './manifest.ts'
import type { Signer } from './signer.ts'

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
