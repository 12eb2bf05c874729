import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FolderFile, type Manifest, sealed, sealFiles } from './manifest.ts'

/** Why a folder is not what was sealed. */
export interface SealProblem {
  readonly code:
    | 'no-seal'
    | 'file-changed'
    | 'file-missing'
    | 'file-added'
    | 'bad-manifest'
    | 'bad-key'
    | 'bad-signature'
    /** The folder is whole, but somebody else than expected signed it. */
    | 'other-key'
  readonly path: string
}

/** What became of a folder since it was sealed. */
export interface Verification {
  /** Nothing was changed, added or removed, and the key is the expected one where one is. */
  readonly intact: boolean
  readonly problems: readonly SealProblem[]
  /** As it was read; undefined where it cannot be. Believe it only where `intact`. */
  readonly manifest: Manifest | undefined
  readonly files: number
}

/** Folders beside a report's files that are sealed on their own. */
const ownSeals = new Set(['runs', 'partial'])

/**
 * Verifies the folder of a report: each file by its digest, the manifest by its signature, the key by its thumbprint,
 * and that there is nothing else. `expected` is the thumbprint of the key that must have signed.
 */
export const verifyFolder = async (folder: string, expected?: string): Promise<Verification> =>
  verifySeal(await filesIn(folder, ownSeals), expected)

/** The same for files in memory. */
export const verifySeal = async (
  files: readonly FolderFile[],
  expected?: string,
): Promise<Verification> => {
  const own = new Set<string>(Object.values(sealFiles))
  const texts = new Map(files.map(([path, content]) => [path, Buffer.from(content)]))
  const others = files.filter(([path]) => !own.has(path))
  const text = texts.get(sealFiles.manifest)
  const missing = [...own].filter((path) => !texts.has(path))
  if (text === undefined) {
    return {
      intact: false,
      problems: [{ code: 'no-seal', path: sealFiles.manifest }],
      manifest: undefined,
      files: others.length,
    }
  }
  const manifest = parseManifest(text.toString('utf8'))
  const problems: readonly SealProblem[] =
    missing.length > 0
      ? missing.map((path) => ({ code: 'file-missing', path }))
      : [
          ...(manifest === undefined
            ? [{ code: 'bad-manifest', path: sealFiles.manifest } as const]
            : fileProblems(manifest, others)),
          ...(await signatureProblems(texts, manifest, expected)),
        ]
  return { intact: problems.length === 0, problems, manifest, files: others.length }
}

const fileProblems = (manifest: Manifest, files: readonly FolderFile[]): readonly SealProblem[] => {
  const found = new Map(files.map((file) => [file[0], sealed(file)]))
  const listed = new Set(manifest.files.map(({ path }) => path))
  return [
    ...manifest.files.flatMap(({ path, bytes, sha256 }): SealProblem[] => {
      const own = found.get(path)
      if (own === undefined) return [{ code: 'file-missing', path }]
      return own.bytes === bytes && own.sha256 === sha256 ? [] : [{ code: 'file-changed', path }]
    }),
    ...[...found.keys()]
      .filter((path) => !listed.has(path))
      .map((path): SealProblem => ({ code: 'file-added', path })),
  ]
}

const signatureProblems = async (
  texts: ReadonlyMap<string, Buffer>,
  manifest: Manifest | undefined,
  expected: string | undefined,
): Promise<readonly SealProblem[]> => {
  const { calculateJwkThumbprint, compactVerify } = await import('jose')
  const [content, key, jws] = [sealFiles.manifest, sealFiles.key, sealFiles.signature].map(
    (path) => texts.get(path) ?? Buffer.alloc(0),
  )
  const jwk = parseJwk(key?.toString('utf8') ?? '')
  const thumbprint = await calculateJwkThumbprint(jwk).catch(() => undefined)
  // The key file is ours to the byte: what is changed in it, though the key stays the same, is changed.
  const isOurs = `${JSON.stringify(jwk, undefined, 2)}\n` === key?.toString('utf8')
  if (thumbprint === undefined || jwk['kid'] !== thumbprint || jwk['use'] !== 'sig' || !isOurs) {
    return [{ code: 'bad-key', path: sealFiles.key }]
  }
  const otherKey: readonly SealProblem[] =
    (manifest !== undefined && manifest.thumbprint !== thumbprint) ||
    (expected !== undefined && expected !== thumbprint)
      ? [{ code: 'other-key', path: sealFiles.key }]
      : []
  const [, header, signature] = /^([\w-]+)\.\.([\w-]+)\n$/.exec(jws?.toString('utf8') ?? '') ?? []
  const attached = `${header}.${content?.toString('base64url')}.${signature}`
  const { alg } = jwk
  const isSigned =
    typeof alg === 'string' &&
    isCanonical(signature) &&
    (await compactVerify(attached, jwk, { algorithms: [alg] }).then(
      ({ protectedHeader }) => protectedHeader.kid === thumbprint,
      () => false,
    ))
  return isSigned ? otherKey : [...otherKey, { code: 'bad-signature', path: sealFiles.signature }]
}

/** The last character of base64url may hold bits that mean nothing: another one there is a changed byte too. */
const isCanonical = (text: string | undefined): boolean =>
  text !== undefined && Buffer.from(text, 'base64url').toString('base64url') === text

/** A manifest as it was read, or undefined where the text is none. */
export const parseManifest = (text: string): Manifest | undefined => {
  const value = parse(text)
  const isManifest =
    typeof value === 'object' &&
    value !== null &&
    Reflect.get(value, 'schemaVersion') === 1 &&
    Array.isArray(Reflect.get(value, 'files'))
  return isManifest ? (value as Manifest) : undefined
}

const parseJwk = (text: string): Record<string, unknown> => {
  const value = parse(text)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const filesIn = async (
  folder: string,
  apart: ReadonlySet<string>,
): Promise<readonly FolderFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const inner = await Promise.all(
    entries
      .filter((entry) => !(entry.isDirectory() && apart.has(entry.name)))
      .map(async (entry): Promise<readonly FolderFile[]> => {
        const path = join(folder, entry.name)
        // What cannot be read is there all the same, and is not what was sealed.
        if (!entry.isDirectory()) return [[entry.name, await readFile(path).catch(() => '')]]
        const inner = await filesIn(path, new Set())
        return inner.map(([name, content]) => [`${entry.name}/${name}`, content])
      }),
  )
  return inner.flat()
}
