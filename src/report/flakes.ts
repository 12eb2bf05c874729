import type { ConformanceReport, Flake, RecordedExchange } from './model.ts'
import type { Language } from './words/language.ts'
import { sentencesIn } from './words/sentences.ts'

/** A request that came at once in so many full runs in a row is not flaky any more. */
export const recentRuns = 10

/** What failed and then came all the same, in the order in which it was asked for: no rule says anything of it. */
export const flakesOf = (exchanges: readonly RecordedExchange[]): readonly Flake[] =>
  exchanges
    .filter(({ failedAttempts, trouble }) => failedAttempts.length > 0 && trouble === undefined)
    .map(({ id, label, failedAttempts }) => ({
      exchange: id,
      label,
      at: failedAttempts[0]?.startedAt ?? '',
      attempts: failedAttempts.length + 1,
      trouble: [...new Set(failedAttempts.map(({ trouble }) => trouble))].join('; '),
    }))

/** How often that was, in a sentence; none where it was never. */
export const flakeSentences = (
  { flakes = [], flakesBefore: earlier }: Pick<ConformanceReport, 'flakes' | 'flakesBefore'>,
  language: Language = 'en',
): readonly string[] => {
  if (flakes.length === 0) return []
  const words = sentencesIn(language)
  const kinds = [...new Set(flakes.map(({ trouble }) => trouble))].join('; ')
  const before = earlier === undefined ? '' : words.flakesBefore(earlier.flakes, earlier.runs)
  return [words.failedAtFirst(flakes.length, kinds, before)]
}
