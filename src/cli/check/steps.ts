import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../../browser/find-browser.ts'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { loadConfiguration } from '../../config/load.ts'
import { isJsonObject } from '../../evidence/json.ts'
import type { Step } from './step.ts'

/**
 * The parts of the check, in the order of its table: what is cheap first, then what needs the machine alone.
 * @throws ConfigurationError where a tool is not installed
 */
export const stepsOf = (root: string): readonly Step[] => [
  {
    name: 'biome',
    title: 'format and lint',
    command: [programOf(root, '@biomejs/biome', 'biome'), 'check', '.'],
    isStatic: true,
    figures: { pattern: /^Checked (\d+ files)/m, isRequired: true },
  },
  {
    name: 'types',
    title: 'types',
    command: [programOf(root, 'typescript', 'tsc'), '--noEmit'],
    isStatic: true,
  },
  {
    name: 'generated',
    title: 'generated files in step',
    command: [join(root, 'bin', 'krr.mjs'), 'spec', 'generate', '--check'],
    isStatic: true,
  },
  {
    name: 'boundaries',
    title: 'imports between folders',
    command: [
      programOf(root, 'dependency-cruiser', 'depcruise'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
      ...['src', 'bin', 'generated', 'vitest.config.ts', 'vitest.unit.config.ts'],
    ],
    isStatic: true,
    figures: { pattern: /\((\d+ modules, \d+ dependencies) cruised\)/, isRequired: true },
  },
  {
    name: 'unused',
    title: 'unused files, exports and dependencies',
    command: [programOf(root, 'knip', 'knip')],
    isStatic: true,
  },
  {
    name: 'unit',
    title: 'unit and browser tests',
    command: [
      programOf(root, 'vitest', 'vitest'),
      ...['run', '--config', 'vitest.unit.config.ts', '--reporter', 'dot'],
      // Whole runs from outside take longer than all the rest: the step e2e has them.
      ...['--exclude', 'src/cli/e2e/**'],
    ],
    isStatic: false,
    figures: { pattern: /^\s*Tests\s+(\S.*?)\s*$/m, isRequired: true },
    prepare: async (onProgress) => {
      const { settings } = loadConfiguration({ argv: { env: 'reference' } })
      await findBrowser(settings, { onProgress })
    },
  },
  {
    name: 'e2e',
    title: 'whole runs from outside, by the command line',
    command: [
      programOf(root, 'vitest', 'vitest'),
      ...['run', '--config', 'vitest.unit.config.ts', '--reporter', 'dot', 'src/cli/e2e'],
    ],
    isStatic: false,
    figures: { pattern: /^\s*Tests\s+(\S.*?)\s*$/m, isRequired: true },
  },
  {
    name: 'defects',
    title: 'defect matrix, the part that covers every rule',
    // As `npm run defects`: more room for what is short-lived is a sixth less processor time.
    command: ['--max-semi-space-size=16', join(root, 'bin', 'krr.mjs'), 'defects', '--covering'],
    isStatic: false,
    figures: { pattern: /^(\d+ defects?: .*)$/m, isRequired: true },
  },
]

/** The script behind a package's command: run by node itself, it needs no shell on any system. */
const programOf = (root: string, dependency: string, command: string): string => {
  const folder = join(root, 'node_modules', dependency)
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const bin = isJsonObject(manifest) ? manifest['bin'] : undefined
    const script = isJsonObject(bin) ? bin[command] : undefined
    if (typeof script === 'string') return join(folder, script)
  } catch {
    // Not installed: told below.
  }
  throw new ConfigurationError([
    `the check needs ${dependency}, which is not installed: run npm ci`,
  ])
}
