import type { JournalEntry } from './journal.ts'

export interface JournalOwner {
  readonly environment: string
  /** The pseudonym of who is logged in now. */
  readonly person: string
  /** Whether pseudonyms of different runs can be compared: one key, kept, for all of them. */
  readonly isComparable: boolean
  /** Whether anybody may log in, so that it need not be the same person. */
  readonly isOperator: boolean
  /** Whether somebody asked for it, knowing who has to log in: `krr restore`. */
  readonly isAsked: boolean
}

/**
 * Why the language of a journal is not put back with this person's login, or undefined where it is. A test user is the
 * one who is configured; an operator may be anybody, and what was found with one person is not written to another.
 */
export const notTheirs = (
  { person, runId }: Pick<JournalEntry, 'person' | 'runId'>,
  owner: JournalOwner,
): string | undefined => {
  if (!owner.isOperator) return undefined
  if (owner.isComparable && person !== owner.person) {
    return (
      `it is another person's than the one who is logged in now (or KRR_STATE_KEY was changed since): whoever was ` +
      `logged in in run ${runId} has to be, with npm run krr -- restore --env ${owner.environment}`
    )
  }
  if (owner.isComparable || owner.isAsked) return undefined
  return (
    `it cannot be told whether the same person is logged in as in run ${runId}: if so, log in once more with ` +
    `npm run krr -- restore --env ${owner.environment}`
  )
}
