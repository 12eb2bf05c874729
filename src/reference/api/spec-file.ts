import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const path = join('specs', 'krr-person.openapi.json')

/**
 * The project's own OpenAPI document, in the nearest folder above this module that has it: the command line is a
 * bundle and may be started anywhere.
 */
export const projectSpecFile = (): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, path))) return join(folder, path)
  return resolve(path)
}
