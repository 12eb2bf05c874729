import type { Environment, RunSettings } from '../config/environment.ts'
import type { RegisterReport } from '../report/model.ts'
import { type JournalEntry, JournalError } from './journal.ts'
import { hasEnded, openLock } from './lock.ts'
import { type RestoreContext, restoreLanguage } from './restore.ts'

export interface LeftBehindContext extends RestoreContext {
  readonly environment: Environment
  readonly settings: Pick<RunSettings, 'stateDir'>
}

/**
 * Puts a language back that an earlier run left changed, or says why it stays changed; undefined where none did. Who may
 * not write has no turn either: a journal may be that of a run that writes at this moment.
 */
export const leftBehind = (context: LeftBehindContext): Promise<RegisterReport> | undefined => {
  const { journal, environment, settings } = context
  let entry: JournalEntry | undefined
  try {
    entry = journal.read()
  } catch (error) {
    if (!(error instanceof JournalError)) throw error
    return Promise.resolve({ restored: false, trouble: error.message })
  }
  if (entry === undefined) return undefined
  if (environment.allowWrite) return restoreLanguage(context)
  const writing = openLock(settings.stateDir, environment).read()
  if (writing !== undefined && !(writing.holder && hasEnded(writing.holder))) return undefined
  return Promise.resolve({
    found: entry.found,
    restored: false,
    trouble: `the language that an earlier run left changed is not put back: ${environment.writeRefusal}; ${context.command} does it`,
  })
}
