import { lstatSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigurationError } from './configuration-error.ts'

/**
 * Refuses a file of the state folder that is a symbolic link, or lies in a folder that is one: nothing of ours is, and
 * what would be written, read or deleted there is somebody else's.
 * @throws ConfigurationError
 */
export const refuseLink = (path: string): void => {
  for (const own of [dirname(path), path]) {
    if (!isLink(own)) continue
    throw new ConfigurationError([
      `${own} must be no symbolic link, but is one, and nothing is read or written through it: ` +
        `find out who put it there, then remove it (rm ${own})`,
    ])
  }
}

const isLink = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** Why somebody else could put files into a folder: its mode; undefined where nobody could, or no folder is there. */
export const strangersTrouble = (folder: string): string | undefined => {
  // Windows keeps its permissions elsewhere, and shows every folder as open to all.
  if (process.platform === 'win32') return undefined
  try {
    const { mode } = statSync(folder)
    if ((mode & 0o022) === 0) return undefined
    return `others may write to it (mode ${(mode & 0o777).toString(8)}), and could leave a journal or a login of theirs there: chmod 700 ${folder}`
  } catch {
    return undefined
  }
}
