import { parseJson } from '../evidence/exchange.ts'
import { isJsonObject } from '../evidence/json.ts'
import type { PersonReading } from '../evidence/person-reading.ts'
import type { Difference } from '../rules/same-person.ts'
import type { RegisterAccess } from './register-access.ts'
import { changedMeanwhile, differencesAside } from './steadiness.ts'

/** What a step that writes shows of the person. */
export interface ShownChange {
  readonly before: PersonReading
  readonly after: PersonReading
  /** Whether a write of it was accepted. */
  readonly isAccepted: boolean
  /** The documents that were sent. */
  readonly sent: readonly string[]
}

/** A step, and whether what it shows changed is its own doing. */
export interface Attributed<Step> {
  readonly step: Step
  readonly isOwn: boolean
}

/**
 * Takes a step that writes, or goes on with one that was taken. Where it shows a change that nobody asked for, the
 * person is read again without a write, and the step is taken once more, a second later. The change is the step's own
 * doing where it comes again, where it bears the mark of what was sent, or where an accepted write took a value away. Else somebody else made it, and the step that
 * nobody disturbed is the one to judge.
 * @throws EvidenceUnavailableError where the person goes on changing
 */
export const takeAttributed = async <Step>(
  access: RegisterAccess,
  take: () => Promise<Step>,
  shown: (step: Step) => ShownChange,
  moved = (step: Step) => differencesAside(shown(step).before, shown(step).after),
): Promise<Attributed<Step>> => {
  const first = await take()
  const changed = moved(first)
  const { before, after } = shown(first)
  if (changed.length === 0) return { step: first, isOwn: false }
  if (hasMark(changed, shown(first))) return own(access, first, before, after)
  // A value that comes and goes by itself is judged for what it is (KRR-BODY-022).
  if (!(await access.isSteady(before, after))) return { step: first, isOwn: false }
  if (differencesAside(before, after).length > 0) await access.nextSecond()
  const second = await take()
  const changedAgain = moved(second)
  const isLost = shown(first).isAccepted && changed.some((one) => one.second === undefined)
  if (isLost) return own(access, first, before, after)
  if (changedAgain.length > 0) {
    const again = shown(second)
    if (!(await access.isSteady(again.before, again.after))) return { step: first, isOwn: false }
    if (!isRepeated(changed, changedAgain)) throw changedMeanwhile()
    return own(access, first, before, after)
  }
  await access.tellOthersChange(before, after)
  return { step: second, isOwn: false }
}

const own = async <Step>(
  access: RegisterAccess,
  step: Step,
  before: PersonReading,
  after: PersonReading,
): Promise<Attributed<Step>> => {
  await access.tellLastingChange(before, after)
  return { step, isOwn: true }
}

/** Whether the same member changed once more. */
export const isRepeated = (
  moved: readonly Pick<Difference, 'member'>[],
  again: readonly Pick<Difference, 'member'>[],
): boolean => moved.some(({ member }) => again.some((other) => other.member === member))

/** Shorter values (`JA`, `nb`) stand in any document by chance. */
const shortestMark = 5

/** Whether a value came that was sent: by an accepted write, or one that nobody else would write. */
export const hasMark = (
  moved: readonly Pick<Difference, 'second'>[],
  { isAccepted, sent }: Pick<ShownChange, 'isAccepted' | 'sent'>,
): boolean =>
  moved.some(
    ({ second }) =>
      typeof second === 'string' &&
      (isAccepted || second.length >= shortestMark) &&
      sent.some((document) => document.includes(JSON.stringify(second))),
  )

const languageMembers: readonly string[] = ['spraak', 'spraak_oppdatert']

/**
 * Which of several documents, sent together, may answer for a change that none of them made again when it was sent
 * singly. Those that name the member; else those that ask for something beside the language; else all of them. None
 * where the language itself moved: that was put back, and none moved it again, so that it was somebody else.
 */
export const suspectsOf = (
  moved: readonly Pick<Difference, 'member'>[],
  documents: readonly string[],
): ReadonlySet<number> => {
  const members = new Set(moved.map(({ member }) => member))
  if (members.size === 0 || members.has('spraak')) return new Set()
  const asked = documents.map(membersOf)
  const indices = [...asked.keys()]
  const naming = indices.filter((index) => asked[index]?.some((member) => members.has(member)))
  if (naming.length > 0) return new Set(naming)
  const further = indices.filter((index) =>
    asked[index]?.some((member) => !languageMembers.includes(member)),
  )
  return new Set(further.length > 0 ? further : indices)
}

const membersOf = (document: string): readonly string[] => {
  const parsed = parseJson(document)
  return isJsonObject(parsed) ? Object.keys(parsed) : []
}
