import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { ConformanceReport } from '../../report/model.ts'
import type { JournalEntry } from '../../run/journal.ts'
import type { Variables } from './krr-process.fixture.ts'

/**
 * With `KRR_E2E=all` each row of the long tables is a test; every check has the first of each kind, for a whole run takes
 * some six seconds.
 */
export const isEveryRow = process.env['KRR_E2E'] === 'all'

/** A temporary folder in which runs leave their reports and their state. */
export interface Workspace {
  readonly folder: string
  readonly reportDir: string
  readonly stateDir: string
  /** The settings that make a run use the folder, and the folder to start it in. */
  readonly in: (env: Variables) => { readonly env: Variables; readonly cwd: string }
  readonly write: (name: string, content: string) => string
  /** Takes a file away, where it is there. */
  readonly take: (name: string) => void
  /** Every file by its path in the folder, as it is. */
  readonly files: () => ReadonlyMap<string, Buffer>
  readonly report: (environment: string) => ConformanceReport
  /** The journal of an environment, or undefined without one. */
  readonly journal: (environment: string) => JournalEntry | undefined
  readonly remove: () => void
}

export const openWorkspace = (): Workspace => {
  const folder = mkdtempSync(join(tmpdir(), 'krr-e2e-'))
  const [reportDir, stateDir] = [join(folder, 'reports'), join(folder, 'state')]
  return {
    folder,
    reportDir,
    stateDir,
    in: (env) => ({
      env: { KRR_REPORT_DIR: reportDir, KRR_STATE_DIR: stateDir, ...env },
      cwd: folder,
    }),
    write(name, content) {
      const path = join(folder, name)
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    take: (name) => rmSync(join(folder, name), { force: true }),
    files: () =>
      new Map(
        readdirSync(folder, { withFileTypes: true, recursive: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [relative(folder, path), readFileSync(path)]),
      ),
    report: (environment) =>
      JSON.parse(readFileSync(join(reportDir, environment, 'report.json'), 'utf8')),
    journal(environment) {
      const folder = join(stateDir, 'journal')
      if (!existsSync(folder)) return undefined
      const file = readdirSync(folder).find(
        (name) => name.startsWith(`${environment}.`) && name.endsWith('.json'),
      )
      if (file === undefined) return undefined
      return JSON.parse(readFileSync(join(folder, file), 'utf8'))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
