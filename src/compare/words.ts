import { documentDifferences } from './documents.ts'
import type {
  Comparison,
  DocumentDifference,
  LatencyPair,
  RuleDifference,
  RuleDifferenceCode,
} from './model.ts'

/** The order in which rules are told, and what each kind of difference is called. */
export const ruleGroups: readonly (readonly [code: RuleDifferenceCode, title: string])[] = [
  ['rule-silenced', 'Judged before, and not any more'],
  ['rule-changed', 'Judged otherwise'],
  ['rule-judged', 'Judged now, and not before'],
  ['rule-removed', 'No longer in the set of rules'],
  ['rule-added', 'New in the set of rules'],
]

/** The comparison in one sentence. */
export const comparisonSentence = ({ same, rules, behaviour, document }: Comparison): string => {
  const compared = `${rules.unchanged.length + rules.differences.length} rules and ${behaviour.compared} kinds of requests`
  return same
    ? `Nothing differs: ${compared} were compared.`
    : `${counted(rules.differences.length, 'rule')} and ${counted(behaviour.differences.length, 'behaviour')} ` +
        `differ${inDocument(documentDifferences(document).length)}; ${compared} were compared.`
}

/** One difference between two published documents, in words. */
export const documentSentence = ({ code, at, how }: DocumentDifference): string =>
  `the published document: ${at} ${how === '' ? `was ${code.replace('document-', '')}` : how}`

/** Which run a side is: `test, run 2026-11-25T06-33-09-d8cc1b: conformant`. */
export const runName = ({ environment, run, verdict }: Comparison['from']): string =>
  `${environment}, run ${run}: ${verdict}`

/** What became of a rule, in words: `passed, now not-applicable`. */
export const ruleChange = ({ from, to }: RuleDifference): string =>
  from === to ? `${to} as before, in other places or words` : `${from}, now ${to}`

/** A few places and how many more there are. */
export const somePlaces = (places: readonly string[], most: number): string => {
  const shown = places.slice(0, most).join('; ')
  return places.length > most ? `${shown}; and ${places.length - most} more` : shown
}

/** The figures of a side, or a dash where there are none. */
export const latencyCells = ({ of, from, to }: LatencyPair): readonly string[] => [
  of,
  ...[from, to].flatMap((own) =>
    own === undefined
      ? ['-', '-', '-']
      : [own.fastest, own.median, own.p95].map((ms) => String(Math.round(ms))),
  ),
]

const inDocument = (number: number): string =>
  number === 0 ? '' : `, and ${counted(number, 'place')} of the published document`

const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`
