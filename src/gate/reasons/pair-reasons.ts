import { documentSentence } from '../../compare/words.ts'
import type { PairComparison } from '../pair/pair.ts'
import { type Reason, reason } from '../reason.ts'

/** What a service that works with the first environment will miss in the second. */
export const pairReasons = (pair: PairComparison, to: string): readonly Reason[] => {
  const change = `have ${to} fixed, or change what the service relies on and allow it under pair.breaking in gate.policy.yaml`
  return [
    ...pair.breaking.map(({ code, at, from, to: after, places }) =>
      reason(
        'breaking-difference',
        'pair',
        `${code} ${at}: ${from}, now ${after} (${somePlaces(places)})`,
        change,
      ),
    ),
    ...pair.documentBreaks.map((difference) =>
      reason('document-breaks', 'pair', documentSentence(difference), change),
    ),
    ...pair.slower.map((sentence) =>
      reason(
        'slower',
        'pair',
        sentence,
        `find out why ${to} is slow, or raise pair.latencyFactor in gate.policy.yaml`,
      ),
    ),
    ...(pair.compared > 0
      ? []
      : [
          reason(
            'nothing-compared',
            'pair',
            'the two runs have no request in common',
            'make both reports with the same version of the harness',
          ),
        ]),
  ]
}

const somePlaces = (places: readonly string[]): string =>
  places.length > 1 ? `${places[0]}, and ${places.length - 1} more` : (places[0] ?? '')
