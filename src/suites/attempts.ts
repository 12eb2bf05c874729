import type { Exchange } from '../evidence/exchange.ts'
import type { JsonObject } from '../evidence/json.ts'
import type { KrrScope, PersonReading } from '../evidence/person-reading.ts'
import type { PatchAttempt, UnansweredAttempt } from '../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { wasClosed } from '../evidence/trouble.ts'
import type { WritingMethod } from '../krr/person-api.ts'
import { type Difference, differences } from '../rules/same-person.ts'
import { hasMark, isRepeated, type ShownChange, suspectsOf, takeAttributed } from './attribution.ts'
import { inTurn } from './once.ts'
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
 * answered, each is taken again, singly, so that nobody is blamed for another's change, whoever made it.
 */
export const takeAttempts = async (
  access: RegisterAccess,
  twin: Exchange,
  attempts: readonly Attempt[],
): Promise<readonly PromiseSettledResult<TakenAttempt>[]> => {
  const take = (some: readonly Attempt[]) => takeTogether(access, twin, some)
  if (attempts.length === 1) return [(await takeSingly(access, take, attempts)).taken]
  const together = await take(attempts)
  const isAnswered = together.taken.every(({ status }) => status === 'fulfilled')
  if (isAnswered && together.moved.length === 0) return together.taken
  if (isAnswered && !(await access.isSteady(together.before, together.after))) return together.taken
  const singly: SingleTake[] = []
  for (const attempt of attempts) singly.push(await takeSingly(access, take, [attempt]))
  const taken = singly.map((single) => single.taken)
  if (together.moved.length === 0 || singly.some(({ isOwn }) => isOwn)) return taken
  const suspects = await findSuspects(access, () => take(attempts), together)
  return taken.map((own, index) => (suspects.has(index) ? (suspects.get(index) ?? own) : own))
}

type Take = (attempts: readonly Attempt[]) => Promise<Together>

interface SingleTake {
  readonly taken: PromiseSettledResult<TakenAttempt>
  readonly isOwn: boolean
}

/** What came of attempts that were sent at once, and where the person then differed. */
interface Together extends ShownChange {
  readonly taken: readonly PromiseSettledResult<TakenAttempt>[]
  readonly moved: readonly Difference[]
}

/** One attempt between two readings of its own. It does not throw: its trouble is nobody else's. */
const takeSingly = async (
  access: RegisterAccess,
  take: Take,
  attempt: readonly Attempt[],
): Promise<SingleTake> => {
  try {
    const { step, isOwn } = await takeAttributed(
      access,
      () => take(attempt),
      (together) => together,
      ({ moved }) => moved,
    )
    const [taken = rejected(new RangeError('no attempt'))] = step.taken
    return { taken, isOwn }
  } catch (error) {
    return { taken: rejected(error), isOwn: false }
  }
}

const rejected = (reason: unknown): PromiseRejectedResult => ({ status: 'rejected', reason })

/**
 * What is left of a change that came when all were sent, and with none of them singly: a time that was set anew within
 * the same second, or what can be lost only once. Whoever may answer for it is judged by the first taking where it
 * comes again or bears their mark, and not at all where nothing can tell.
 */
const findSuspects = async (
  access: RegisterAccess,
  takeAgain: () => Promise<Together>,
  together: Together,
): Promise<ReadonlyMap<number, PromiseSettledResult<TakenAttempt>>> => {
  const { moved, taken, sent, before, after } = together
  const suspects = [...suspectsOf(moved, sent)]
  const judgedBy = (of: readonly number[]) =>
    new Map(of.map((index) => [index, taken[index] ?? rejected(new RangeError('no attempt'))]))
  const isLost = moved.some(({ second }) => second === undefined)
  const marked = suspects.filter((index) => {
    const isTaken = isLost && isAccepted(taken[index])
    return isTaken || hasMark(moved, shownBy(together, index))
  })
  if (marked.length > 0) {
    await access.tellLastingChange(before, after)
    return judgedBy(marked)
  }
  if (suspects.length > 0) {
    await access.nextSecond()
    if (isRepeated(moved, (await takeAgain()).moved)) {
      await access.tellLastingChange(before, after)
      return judgedBy(suspects)
    }
  }
  await access.tellOthersChange(before, after)
  return new Map(isLost ? suspects.map((index) => [index, rejected(lostOnce())]) : [])
}

const shownBy = (
  { taken, sent }: Together,
  index: number,
): Pick<ShownChange, 'isAccepted' | 'sent'> => ({
  isAccepted: isAccepted(taken[index]),
  sent: [sent[index] ?? ''],
})

const isAccepted = (taken: PromiseSettledResult<TakenAttempt> | undefined): boolean =>
  taken?.status === 'fulfilled' && (taken.value.exchange?.response.status ?? 400) < 300

/** A value that is gone cannot go again, and a refusal does not say that its request took it. */
const lostOnce = (): EvidenceUnavailableError =>
  new EvidenceUnavailableError(
    'a value of the person went away while this was sent, which cannot come again: it was this, or somebody else',
  )

const takeTogether = async (
  access: RegisterAccess,
  twin: Exchange,
  attempts: readonly Attempt[],
): Promise<Together> => {
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
  const taken = attempts.map((attempt, index): PromiseSettledResult<TakenAttempt> => {
    const answer = answers[index]
    if (answer?.status !== 'fulfilled') return rejected(answer?.reason)
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
  return {
    before,
    after,
    taken,
    isAccepted: taken.some(isAccepted),
    sent: attempts.map((attempt) => sentBy(attempt, before)),
    moved: differences(before, after),
  }
}

const sentBy = (
  { document }: Pick<Attempt, 'document'>,
  { person }: Pick<PersonReading, 'person'>,
): string => (typeof document === 'string' ? document : document(person))
