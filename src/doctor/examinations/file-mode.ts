import { type Line, ok, warning } from '../line.ts'

/** A file or folder that is to be its owner's alone. */
export interface OwnFile {
  readonly key: string
  readonly path: string
  /** The permission bits; undefined where it is not there, or the system has none. */
  readonly mode: number | undefined
  readonly isFolder: boolean
}

/** Whether nobody else may read it; nothing where it is not there. */
export const fileMode = ({ key, path, mode, isFolder }: OwnFile): readonly Line[] => {
  if (mode === undefined) return []
  const octal = (mode & 0o777).toString(8).padStart(4, '0')
  if ((mode & 0o077) === 0) return [ok(key, `${path}, mode ${octal}`)]
  return [
    warning(
      key,
      `${path} has mode ${octal}: others on this machine can open it`,
      `chmod ${isFolder ? '700' : '600'} ${path}`,
    ),
  ]
}
