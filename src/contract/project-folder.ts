import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ContractError } from './contract-error.ts'

const marks = (folder: string): boolean => existsSync(join(folder, 'specs', 'source.json'))

/**
 * The project's folder: the nearest one above this module that has `specs/source.json`, else the one
 * the process runs in. The command line runs as a bundle, so a path relative to this file would not do.
 * @throws ContractError where neither has it
 */
export const projectFolder = (): string => {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (marks(folder)) return folder
    if (folder === dirname(folder)) break
  }
  if (marks(process.cwd())) return process.cwd()
  throw new ContractError('specs/source.json is not found; run krr in the project folder')
}

/** Whether the project's folder is a checkout, and not the package, which has no sources. */
export const isCheckout = (): boolean => existsSync(join(projectFolder(), 'src'))
