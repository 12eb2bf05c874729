import { createRequire } from 'node:module'
import { projectRoot } from './project-root.ts'

const { version } = createRequire(`${projectRoot}/`)('./package.json') as { version: string }

/** The harness's own version, as package.json states it. */
export const harnessVersion: string = version

/** What names the harness to those it asks, with an address to complain to where one is configured. */
export const userAgent = (contact: string | undefined): string =>
  `krr-conformance/${version}${contact === undefined ? '' : ` (+${contact})`}`
