import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { strangersTrouble } from './own-file.ts'

/** What the configuration asks of the file system; a trouble is a clause without the path. */
export interface Disk {
  /** The absolute path; a relative one counts from the folder the run was started in. */
  readonly resolve: (path: string) => string
  readonly readText: (path: string) => { readonly text: string } | { readonly trouble: string }
  /** Why the path is no program that can be started, or undefined where it is one. */
  readonly executableTrouble: (path: string) => string | undefined
  /** Why nothing can be written into the folder, made or not yet made, or undefined where it can. */
  readonly folderTrouble: (path: string) => string | undefined
  /** Why others could put files into the folder, or undefined where nobody else can. */
  readonly strangersTrouble: (path: string) => string | undefined
}

/** The real file system, with relative paths counted from `cwd`. Nothing is created. */
export const diskAt = (cwd: string): Disk => ({
  resolve: (path) => resolve(cwd, path),
  readText: (path) => readText(resolve(cwd, path)),
  executableTrouble: (path) => executableTrouble(resolve(cwd, path)),
  folderTrouble: (path) => folderTrouble(resolve(cwd, path)),
  strangersTrouble: (path) => strangersTrouble(resolve(cwd, path)),
})

/** What a failed file operation means to a person; unknown codes are named as they are. */
export const fileTrouble = (error: unknown): string => {
  const code = codeOf(error)
  return fileTroubles[code] ?? `it cannot be read (${code})`
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'

const fileTroubles: Readonly<Record<string, string>> = {
  ENOENT: 'no file is there',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'a folder is there, not a file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ENAMETOOLONG: 'no file is there',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
}

const readText = (path: string): { text: string } | { trouble: string } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) }
  } catch (error) {
    return { trouble: fileTrouble(error) }
  }
}

const executableTrouble = (path: string): string | undefined => {
  try {
    if (!statSync(path).isFile()) return 'a folder is there, not a file'
    accessSync(path, constants.X_OK)
    return undefined
  } catch (error) {
    const trouble = fileTrouble(error)
    return trouble === 'it may not be read' ? 'it may not be executed' : trouble
  }
}

const folderTrouble = (path: string): string | undefined => {
  try {
    if (!statSync(path).isDirectory()) return 'a file is there, not a folder'
    accessSync(path, constants.W_OK)
    return undefined
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT'
    // What is not there yet can be made where the nearest folder above can be written.
    if (missing && dirname(path) !== path) return folderTrouble(dirname(path))
    if (codeOf(error) === 'ENOTDIR') return fileTrouble(error)
    return missing ? 'no folder is there' : 'nothing can be written there'
  }
}
