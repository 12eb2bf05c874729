import type { ConformanceReport, Flake, RecordedExchange } from './model.ts'

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
export const flakeSentences = ({
  flakes = [],
  flakesBefore,
}: Pick<ConformanceReport, 'flakes' | 'flakesBefore'>): readonly string[] => {
  if (flakes.length === 0) return []
  const requests = flakes.length === 1 ? '1 request' : `${flakes.length} requests`
  const kinds = [...new Set(flakes.map(({ trouble }) => trouble))].join('; ')
  return [
    `${requests} failed at first and succeeded when sent again (${kinds})${before(flakesBefore)}.`,
  ]
}

const before = (earlier: ConformanceReport['flakesBefore']): string => {
  if (earlier === undefined) return ''
  const { runs, flakes } = earlier
  return `; ${flakes} in the ${runs === 1 ? 'run' : `${runs} runs`} before`
}
