import { statSync } from 'node:fs'
import type { BrowserKind } from '../browser/find-browser.ts'
import type { RunSettings } from '../config/environment.ts'
import { browserStarts, fileMode, nodeVersion, type OwnFile } from './examinations/machine.ts'
import { type Line, ok, problem } from './line.ts'
import { tryBrowser } from './probes.ts'

/** What is known of this machine from outside the configuration. */
export interface Machine {
  /** `20.20.2` */
  readonly nodeVersion: string
  /** The `.env` that was read, there or not. */
  readonly dotenvPath: string
}

/** Examines what can be known before any setting is: Node, and who else can open `.env`. */
export const examineMachine = ({ nodeVersion: version, dotenvPath }: Machine): readonly Line[] => [
  nodeVersion(version),
  ...fileMode(fileAt('.env', dotenvPath)),
]

export interface Folders {
  readonly settings: RunSettings
  /** Tries to write a report. @throws Error with why not */
  readonly checkWritable: (folder: string) => Promise<void>
  /** The browser that logins need, or none. */
  readonly browser: BrowserKind | undefined
}

/** Examines what the settings of the whole run lead to: folders and browser. */
export const examineFolders = async ({
  settings,
  checkWritable,
  browser: kind,
}: Folders): Promise<readonly Line[]> => {
  const { reportDir, stateDir } = settings
  const [report, browser] = await Promise.all([
    checkWritable(reportDir).then(
      () => ok('KRR_REPORT_DIR', `${reportDir} can be written`),
      () =>
        problem(
          'KRR_REPORT_DIR',
          `${reportDir} cannot be written`,
          'make it writable, or set KRR_REPORT_DIR to another folder',
        ),
    ),
    kind === undefined ? ({ kind: 'unneeded' } as const) : tryBrowser(settings, kind),
  ])
  return [
    report,
    ...fileMode({ ...fileAt('KRR_STATE_DIR', stateDir), isFolder: true }),
    ...browserStarts(browser),
  ]
}

const fileAt = (key: string, path: string): OwnFile => {
  // Windows has no such bits.
  const stats = process.platform === 'win32' ? undefined : statSync(path, { throwIfNoEntry: false })
  return { key, path, mode: stats?.mode, isFolder: false }
}
