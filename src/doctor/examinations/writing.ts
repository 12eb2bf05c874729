import { restoreCommand } from '../../config/restore-command.ts'
import { type Line, ok, warning } from '../line.ts'

/** What an environment may be done to, and what an earlier run left. */
export interface WritingReading {
  readonly allowKey: string
  readonly environment: string
  readonly refusal: string | undefined
  readonly production: boolean
  /** A journal of a run that did not put the language back. */
  readonly isJournalLeft: boolean
}

/** Whether unsafe methods are used, and whether a language waits to be put back. */
export const writing = (reading: WritingReading): readonly Line[] => {
  const { allowKey, environment, production, refusal, isJournalLeft } = reading
  const allowed =
    refusal === undefined
      ? 'the language is changed and put back'
      : `nothing but reading: ${refusal}`
  if (!isJournalLeft) return [ok(allowKey, allowed)]
  return [
    ok(allowKey, allowed),
    warning(
      'journal',
      'an earlier run was ended before it had put the language back',
      `${restoreCommand(environment, production)}${refusal === undefined && !production ? ', or the next run does it first' : ''}`,
    ),
  ]
}
