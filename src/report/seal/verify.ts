import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson } from '../../evidence/exchange.ts'
import { isJsonObject } from '../../evidence/json.ts'
import { type FolderFile, type Manifest, sealed, sealFiles } from './signer.ts'

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
  /** Nothing was changed, added or removed, and the key is an expected one where any is. */
  readonly intact: boolean
  /** The folder is as somebody sealed it, whoever that was. */
  readonly isWhole: boolean
  /**
   * Whose key signed: one that was expected, another one, or, where none was expected, one that the folder alone names
   * and that therefore proves nobody.
   */
  readonly key: 'expected' | 'other' | 'unknown'
  /** Of the key that signed; undefined where none did. */
  readonly thumbprint?: string
  readonly problems: readonly SealProblem[]
  /** As it was read; undefined where it cannot be. Believe it only where `intact`. */
  readonly manifest: Manifest | undefined
  readonly files: number
}

/** Folders beside a report's files that are sealed on their own. */
const ownSeals = new Set(['runs', 'partial'])

/**
 * Verifies the folder of a report: each file by its digest, the manifest by its signature, the key by its thumbprint,
 * and that there is nothing else. `expected` are the thumbprints of the keys one of which must have signed; none: whoever.
 */
export const verifyFolder = async (
  folder: string,
  expected: readonly string[] = [],
): Promise<Verification> => verifySeal(await filesIn(folder, ownSeals), expected)

/** The same for files in memory. */
export const verifySeal = async (
  files: readonly FolderFile[],
  expected: readonly string[] = [],
): Promise<Verification> => {
  const own = new Set<string>(Object.values(sealFiles))
  const texts = new Map(files.map(([path, content]) => [path, Buffer.from(content)]))
  const others = files.filter(([path]) => !own.has(path))
  const text = texts.get(sealFiles.manifest)
  const missing = [...own].filter((path) => !texts.has(path))
  const broken = (problems: readonly SealProblem[], manifest?: Manifest): Verification => ({
    ...{ intact: false, isWhole: false, key: 'unknown' },
    ...{ problems, manifest, files: others.length },
  })
  if (text === undefined) return broken([{ code: 'no-seal', path: sealFiles.manifest }])
  const manifest = parseManifest(text.toString('utf8'))
  if (missing.length > 0) {
    return broken(
      missing.map((path) => ({ code: 'file-missing', path })),
      manifest,
    )
  }
  const signature = await signatureOf(texts, manifest)
  const changed: readonly SealProblem[] = [
    ...(manifest === undefined
      ? [{ code: 'bad-manifest', path: sealFiles.manifest } as const]
      : fileProblems(manifest, others)),
    ...(typeof signature === 'string' ? [] : [signature]),
  ]
  if (typeof signature !== 'string') return broken(changed, manifest)
  const isOther = expected.length > 0 && !expected.includes(signature)
  const problems: readonly SealProblem[] = isOther
    ? [...changed, { code: 'other-key', path: sealFiles.key }]
    : changed
  return {
    intact: problems.length === 0,
    isWhole: changed.length === 0,
    key: isOther ? 'other' : expected.length > 0 ? 'expected' : 'unknown',
    thumbprint: signature,
    problems,
    manifest,
    files: others.length,
  }
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

/** The thumbprint of the key that signed the manifest, or why none did. */
const signatureOf = async (
  texts: ReadonlyMap<string, Buffer>,
  manifest: Manifest | undefined,
): Promise<string | SealProblem> => {
  const { calculateJwkThumbprint, compactVerify } = await import('jose')
  const [content, key, jws] = [sealFiles.manifest, sealFiles.key, sealFiles.signature].map(
    (path) => texts.get(path) ?? Buffer.alloc(0),
  )
  const jwk = parseJwk(key?.toString('utf8') ?? '')
  const thumbprint = await calculateJwkThumbprint(jwk).catch(() => undefined)
  // The key file is ours to the byte: what is changed in it, though the key stays the same, is changed.
  const isOurs = `${JSON.stringify(jwk, undefined, 2)}\n` === key?.toString('utf8')
  const isNamed = manifest === undefined || manifest.thumbprint === thumbprint
  if (
    thumbprint === undefined ||
    jwk['kid'] !== thumbprint ||
    jwk['use'] !== 'sig' ||
    !isOurs ||
    !isNamed
  ) {
    return { code: 'bad-key', path: sealFiles.key }
  }
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
  return isSigned ? thumbprint : { code: 'bad-signature', path: sealFiles.signature }
}

/** The last character of base64url may hold bits that mean nothing: another one there is a changed byte too. */
const isCanonical = (text: string | undefined): boolean =>
  text !== undefined && Buffer.from(text, 'base64url').toString('base64url') === text

/** A manifest as it was read, or undefined where the text is none. */
export const parseManifest = (text: string): Manifest | undefined => {
  const value = parseJson(text)
  if (!isJsonObject(value) || value['schemaVersion'] !== 1) return undefined
  const { run, environment, verdict, selection, signedBy, thumbprint, files } = value
  const isManifest =
    isName(run) &&
    isName(environment) &&
    typeof verdict === 'string' &&
    /^[\w(), -]{1,60}$/.test(verdict) &&
    (selection === 'full' || selection === 'partial') &&
    (signedBy === 'configured key' || signedBy === 'ephemeral key') &&
    typeof thumbprint === 'string' &&
    Array.isArray(files) &&
    files.every(isSealedFile)
  return isManifest ? (value as unknown as Manifest) : undefined
}

const isName = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9][\w.-]{0,400}$/.test(value)

const isSealedFile = (value: unknown): boolean =>
  isJsonObject(value) &&
  typeof value['path'] === 'string' &&
  typeof value['sha256'] === 'string' &&
  Number.isSafeInteger(value['bytes'])

const parseJwk = (text: string): Record<string, unknown> => {
  const value = parseJson(text)
  return isJsonObject(value) ? { ...value } : {}
}

/** Larger files than this are not read, and so are not as they were sealed. */
const mostBytes = 256 * 1_048_576

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
        if (!entry.isDirectory()) {
          return [[entry.name, entry.isFile() ? await contentOf(path) : unreadable]]
        }
        const inner = await filesIn(path, new Set())
        return inner.map(([name, content]) => [`${entry.name}/${name}`, content])
      }),
  )
  return inner.flat()
}

/** What cannot be read, or is a link or a pipe, is there all the same, and is not what was sealed. */
const unreadable = ''

const contentOf = async (path: string): Promise<Uint8Array | string> => {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  return size > mostBytes ? unreadable : readFile(path).catch(() => unreadable)
}
