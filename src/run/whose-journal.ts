import type { JournalEntry } from './journal.ts'

export interface JournalOwner {
  readonly environment: string
  readonly keyName: string
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
}

/**
 * Why the language of a journal is not put back with this person's login, or undefined where it is. An operator may be
 * anybody, and two test users may share a journal's name: what was found with one person is not written to another.
 */
export const notTheirs = (
  { person, runId, owner: entryOwner }: Pick<JournalEntry, 'person' | 'runId' | 'owner'>,
  owner: JournalOwner,
): string | undefined => {
  if (!owner.isOperator) return anotherTestUser(entryOwner, runId, owner)
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

/** A journal of an earlier harness does not say whose it is; then it is the one's who is configured. */
const anotherTestUser = (
  entryOwner: string | undefined,
  runId: string,
  { environment, keyName, owner }: JournalOwner,
): string | undefined =>
  entryOwner === undefined || entryOwner === owner
    ? undefined
    : `it is another test user's, whose number shares the journal's name: npm run krr -- restore --env ${environment} ` +
      `with KRR_${keyName}_PID as in run ${runId}. If it is the same one and the client's secret was changed since, set ` +
      'the language by hand and delete the journal'
