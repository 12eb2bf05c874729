import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../contract/project-folder.ts'

/** The harness's own version, as package.json states it. */
export const harnessVersion: string = (
  JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')) as { version: string }
).version

/** What names the harness to those it asks, with an address to complain to where one is configured. */
export const userAgent = (contact: string | undefined): string =>
  `krr-conformance/${harnessVersion}${contact === undefined ? '' : ` (+${contact})`}`
