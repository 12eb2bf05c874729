import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A masked picture of the page where a login stopped. */
export interface Screenshot {
  readonly environment: string
  /** `login-MAIN-testid`. */
  readonly name: string
  readonly png: Uint8Array
}

const isScreenshot = (file: string): boolean => /^login-.*\.png$/.test(file)

/** Puts a run's pictures beside its report, in the place of an earlier run's; gives their paths. */
export const writeScreenshots = async (
  directory: string,
  screenshots: readonly Screenshot[],
): Promise<readonly string[]> => {
  for (const file of await readdir(directory)) {
    if (isScreenshot(file)) await rm(join(directory, file))
  }
  return Promise.all(
    screenshots.map(async ({ name, png }) => {
      const path = join(directory, `${name.replace(/[^A-Za-z0-9-]/g, '-')}.png`)
      await writeFile(path, png)
      return path
    }),
  )
}
