import type { JournalEntry } from './journal.ts'

export interface JournalOwner {
  /** The environment's name in keys. */
  readonly keyName: string
  /** The command that puts a language back. */
  readonly restore: string
  /** Which test user is logged in now; undefined with an operator. */
  readonly owner: string | undefined
  /** The pseudonym of who is logged in now. */
  readonly person: string
  /** Whether pseudonyms of different runs can be compared: one key, kept, for all of them. */
  readonly isComparable: boolean
  /** Whether anybody may log in, so that it need not be the same person. */
  readonly isOperator: boolean
  /** Whether somebody asked for it, knowing who has to log in: `krr restore`. */
  readonly isAsked: boolean
  /** Whether somebody says that it is the same person, where only a key has changed: `krr restore --same-person`. */
  readonly isVouchedFor: boolean
}

/**
 * Why the language of a journal is not put back with this person's login, or undefined where it is. An operator may be
 * anybody, and two test users may share a journal's name: what was found with one person is not written to another.
 */
export const notTheirs = (
  entry: Pick<JournalEntry, 'person' | 'runId' | 'owner'>,
  owner: JournalOwner,
): string | undefined => {
  const isSame = owner.isComparable && entry.person === owner.person
  if (isSame || owner.isVouchedFor) return undefined
  return owner.isOperator ? anotherOperator(entry, owner) : anotherTestUser(entry, owner)
}

const anotherOperator = (
  { runId }: Pick<JournalEntry, 'runId'>,
  { restore, isComparable, isAsked }: JournalOwner,
): string | undefined => {
  if (isComparable) {
    return (
      `it is another person's than the one who is logged in now: whoever was logged in in run ${runId} has to be, with ` +
      `${restore}. If it is the same one and KRR_STATE_KEY was changed since: ${restore} --same-person`
    )
  }
  if (isAsked) return undefined
  return (
    `it cannot be told whether the same person is logged in as in run ${runId}: if so, log in once more with ` +
    restore
  )
}

/** A journal of an earlier harness does not say whose it is; then it is the one's who is configured. */
const anotherTestUser = (
  { owner: entryOwner, runId }: Pick<JournalEntry, 'runId' | 'owner'>,
  { keyName, owner, restore }: JournalOwner,
): string | undefined =>
  entryOwner === undefined || entryOwner === owner
    ? undefined
    : `it is another test user's, whose number shares the journal's name: ${restore} with KRR_${keyName}_PID as in run ` +
      `${runId}. If it is the same one and the client's secret or key was changed since: ${restore} --same-person`
