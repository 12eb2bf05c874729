import type { Exchange } from '../evidence/exchange.ts'
import type { JsonObject } from '../evidence/json.ts'
import type { KrrScope, PersonReading } from '../evidence/person-reading.ts'
import type { PatchAttempt, UnansweredAttempt } from '../evidence/refusal.ts'
import { wasClosed } from '../evidence/trouble.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { WritingMethod } from '../krr/person-api.ts'
import { type Difference, differences } from '../rules/same-person.ts'
import { blamedFor } from './blame.ts'
import { inTurn } from './in-turn.ts'
import { personalValues } from './refusals.ts'
import { languageOf, type RegisterAccess } from './register-access.ts'

/** A write that must not take effect as it is sent. */
export interface Attempt {
  /** What differs from a PATCH that succeeds, in words: `spraak "de"`. */
  readonly factor: string
  /** What is sent; made of the person as it is, where a value has to differ from the one that is there. */
  readonly document: string | ((person: JsonObject) => string)
  /** PATCH unless said otherwise; DELETE goes as the GET does, and its twin is that. */
  readonly method?: WritingMethod
  readonly contentType?: string
  /** The token's scopes; all three unless said otherwise. */
  readonly scopes?: readonly KrrScope[]
  /** The credentials in place of the token's; `null`: none at all. */
  readonly authorization?: string | null
  /** The connection may be closed while it is sent: it counts as refused then, without an exchange. */
  readonly mayBeClosed?: true
}

/** What came of an attempt; without an exchange only where the connection may be closed. */
export type TakenAttempt = UnansweredAttempt

/**
 * An attempt with its answer, for what judges that.
 * @throws EvidenceUnavailableError where the connection was closed before one came
 */
export const withAnswer = ({ exchange, ...attempt }: TakenAttempt): PatchAttempt => {
  if (exchange !== undefined) return { ...attempt, exchange }
  throw new EvidenceUnavailableError('the connection was closed before an answer came', {
    verdict: 'not-applicable',
  })
}

/** No more of them are under way at once: an interrupted run waits for those that are, and begins no other. */
const atOnce = 24

/**
 * Sends all attempts at once and reads the person once after them. Only where it changed, or an attempt was not
 * answered, each is taken again, singly, so that nobody is blamed for another's change.
 */
export const takeAttempts = async (
  access: RegisterAccess,
  twin: Exchange,
  attempts: readonly Attempt[],
): Promise<readonly PromiseSettledResult<TakenAttempt>[]> => {
  const together = await takeTogether(access, twin, attempts)
  const isAnswered = together.taken.every(({ status }) => status === 'fulfilled')
  if (attempts.length === 1 || (isAnswered && together.moved.length === 0)) return together.taken
  const singly: SingleTake[] = []
  for (const attempt of attempts) singly.push(await takeSingly(access, twin, attempt))
  const blamed = singly.every(({ moved }) => moved.length === 0)
    ? blamedFor(
        together.moved,
        attempts.map((attempt) => sentBy(attempt, together.before)),
      )
    : new Set<number>()
  return singly.map(({ taken }, index) =>
    blamed.has(index) ? (together.taken[index] ?? taken) : taken,
  )
}

interface SingleTake {
  readonly taken: PromiseSettledResult<TakenAttempt>
  readonly moved: readonly Difference[]
}

/** One attempt between two readings of its own. It does not throw: its trouble is nobody else's. */
const takeSingly = async (
  access: RegisterAccess,
  twin: Exchange,
  attempt: Attempt,
): Promise<SingleTake> => {
  try {
    const { taken, moved } = await takeTogether(access, twin, [attempt])
    const [only] = taken
    return only === undefined ? notTaken(new RangeError('no attempt')) : { taken: only, moved }
  } catch (error) {
    return notTaken(error)
  }
}

const notTaken = (reason: unknown): SingleTake => ({
  taken: { status: 'rejected', reason },
  moved: [],
})

const takeTogether = async (
  access: RegisterAccess,
  twin: Exchange,
  attempts: readonly Attempt[],
) => {
  const before = await access.latest()
  const personal = personalValues(before)
  const answers = await inTurn(atOnce, attempts, ({ factor, ...attempt }) =>
    access
      .send({ ...attempt, label: factor, document: sentBy(attempt, before) })
      .catch((error: unknown) => {
        if (attempt.mayBeClosed && wasClosed(error)) return undefined
        throw error
      }),
  )
  const [first] = attempts
  const what = attempts.length === 1 ? (first?.factor ?? '') : `${attempts.length} refused writes`
  const after = await access.read(`, after ${what}`)
  const [was, is] = [before, after].map(languageOf)
  if (answers.every(({ status }) => status === 'fulfilled')) await access.see(after)
  if (was !== undefined && is !== was) await access.write(was)
  await access.tellLastingChange(before, after)
  const taken = attempts.map((attempt, index): PromiseSettledResult<TakenAttempt> => {
    const answer = answers[index]
    if (answer?.status !== 'fulfilled') return { status: 'rejected', reason: answer?.reason }
    const { factor, method } = attempt
    const sent = sentBy(attempt, before)
    const exchange = answer.value
    return {
      status: 'fulfilled',
      value: {
        factor,
        twin: method === 'DELETE' ? before.exchange : twin,
        exchange,
        before,
        after,
        personal,
        requested: factor,
        sent,
      },
    }
  })
  return { before, taken, moved: differences(before, after) }
}

const sentBy = (
  { document }: Pick<Attempt, 'document'>,
  { person }: Pick<PersonReading, 'person'>,
): string => (typeof document === 'string' ? document : document(person))
