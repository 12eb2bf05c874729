import { stringAt } from '../evidence/json.ts'
import type { PersonReading } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { parseTimestamp } from '../evidence/value-form.ts'
import { languageOf, type RegisterAccess } from './register-access.ts'

/** What was read around writes of our own, as far as somebody else's can be told by it. */
export interface Surroundings {
  readonly before: PersonReading
  /** The languages that were written; whichever stands is ours. */
  readonly written: readonly string[]
  readonly after: readonly PersonReading[]
}

/**
 * A language that neither stood there nor was written, or the one that stood there, set anew since: somebody else may
 * have written it, from another machine say. A change that is lost or seen late leaves what was there, as it was.
 */
export const languageOfAnother = ({ before, written, after }: Surroundings): string | undefined =>
  after
    .filter((reading) => {
      const language = languageOf(reading)
      if (language === undefined || written.includes(language)) return false
      return language !== languageOf(before) || isSetLater(before, reading)
    })
    .map(languageOf)[0]

/**
 * Takes a step that writes. Where it shows a language of another's, it is taken once more: a server that does it again
 * does it itself, and what has no effect without any disturbance is judged as that. Else the step was disturbed: the
 * other's language is put back there and stands from then on, unless it may be our own that came late.
 * @throws EvidenceUnavailableError where it was disturbed
 */
export const takeUndisturbed = async <Step>(
  access: Pick<RegisterAccess, 'giveWay' | 'own'>,
  take: () => Promise<Step>,
  surroundings: (step: Step) => Surroundings,
): Promise<Step> => {
  const own = access.own()
  const step = await take()
  const another = languageOfAnother(surroundings(step))
  if (another === undefined) return step
  const again = await take()
  if (languageOfAnother(surroundings(again)) !== undefined) return step
  if (!isEffective(surroundings(again))) return again
  if (own !== undefined && !own.includes(another)) await access.giveWay(another)
  throw disturbed()
}

/** Nothing that was read between two changes, ours and theirs, says anything of either. */
export const disturbed = (): EvidenceUnavailableError =>
  new EvidenceUnavailableError(
    'somebody else changed the language at the same time, on another machine or by hand',
  )

/** Whether each reading shows what was written: the first time it would have, had nobody else written. */
const isEffective = ({ written, after }: Surroundings): boolean =>
  after.every((reading) => written.includes(languageOf(reading) ?? ''))

const isSetLater = (before: PersonReading, after: PersonReading): boolean => {
  const [earlier, later] = [before, after].map(({ person }) =>
    parseTimestamp(stringAt(person, 'spraak_oppdatert') ?? ''),
  )
  return earlier !== undefined && later !== undefined && later > earlier
}
