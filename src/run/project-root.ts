import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const above = (folder: string): string =>
  existsSync(join(folder, 'vitest.config.ts')) || dirname(folder) === folder
    ? folder
    : above(dirname(folder))

/** The folder of the project: found upwards, for this file also runs from the bundle's cache. */
export const projectRoot: string = above(dirname(fileURLToPath(import.meta.url)))
