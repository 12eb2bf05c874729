import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Job } from './measure.ts'

/** `npm test -- --env NAMES` without npm; reports and state go to the folder. */
export const mainJob = (
  root: string,
  {
    name,
    environments,
    folder,
    env = {},
  }: {
    readonly name: string
    readonly environments: string
    readonly folder: string
    readonly env?: Readonly<Record<string, string>>
  },
): Job => ({
  name,
  args: [...testScript(root), '--env', environments],
  env: { ...env, KRR_STATE_DIR: folder, KRR_REPORT_DIR: join(folder, 'reports') },
})

/** What `npm test` starts node with, switches and all. */
const testScript = (root: string): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly test: string }
  }
  return scripts.test
    .split(' ')
    .slice(1)
    .map((part) => (part.startsWith('bin/') ? join(root, part) : part))
}
