import { visibleLine } from '../../evidence/visible-text.ts'
import { wrapped } from '../../report/terminal-text.ts'
import { documentDifferences } from '../documents.ts'
import type { BehaviourDifference, Comparison, RuleDifference, RulePlace } from '../model.ts'
import {
  comparisonSentence,
  documentSentence,
  latencyCells,
  ruleChange,
  ruleGroups,
  runName,
  somePlaces,
} from '../words.ts'

const columns = 100
const mostPlaces = 3

/** For a terminal: what fell silent first, then the other rules, then what the target does differently. */
export const writeText = (comparison: Comparison): string => {
  const { from, to, remarks, rules, behaviour, document, latency } = comparison
  const sections = [
    [comparisonSentence(comparison), ...remarks].flatMap((line) => wrapped(line, columns)),
    [`from  ${visibleLine(runName(from))}`, `to    ${visibleLine(runName(to))}`],
    ...ruleGroups.map(([code, title]) => {
      const own = rules.differences.filter((difference) => difference.code === code)
      return own.length === 0 ? [] : [title, ...own.flatMap(ruleLines)]
    }),
    behaviour.differences.length === 0
      ? []
      : ['Behaviour', ...behaviour.differences.flatMap(behaviourLines)],
    documentDifferences(document).length === 0
      ? []
      : [
          'Published document',
          ...documentDifferences(document).flatMap((own) => indented(documentSentence(own))),
        ],
    latency.length === 0
      ? []
      : [
          'Latency in ms',
          row(['', 'fastest', 'median', 'p95', 'fastest', 'median', 'p95']),
          ...latency.map((pair) => row(latencyCells(pair))),
        ],
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const ruleLines = (difference: RuleDifference): readonly string[] => [
  ...wrapped(`${difference.id} ${difference.title}`, columns - 2, '  ').map((line) => `  ${line}`),
  ...indented(`${difference.level}: ${ruleChange(difference)}`),
  ...places('silent in', difference.silenced),
  ...places('changed in', difference.changed),
]

const places = (what: string, own: readonly RulePlace[]): readonly string[] => {
  const [first] = own
  if (first === undefined) return []
  const count = `${what} ${own.length === 1 ? '1 place' : `${own.length} places`}`
  return [
    ...indented(
      `${count}: ${somePlaces(
        own.map(({ where }) => where),
        mostPlaces,
      )}`,
    ),
    ...labelled('from', first.from),
    ...labelled('to', first.to),
  ]
}

const behaviourLines = (difference: BehaviourDifference): readonly string[] => [
  ...wrapped(`${difference.code} ${difference.at}`, columns - 2, '  ').map((line) => `  ${line}`),
  ...labelled('from', difference.from),
  ...labelled('to', difference.to),
  ...labelled(`in ${difference.places.length}`, somePlaces(difference.places, mostPlaces)),
]

const indented = (text: string): readonly string[] =>
  wrapped(text, columns - 4, '  ').map((line) => `    ${line}`)

const labelled = (label: string, text: string): readonly string[] =>
  wrapped(text, columns - 12).map((line, at) => `    ${(at === 0 ? label : '').padEnd(8)}${line}`)

const row = ([first = '', ...cells]: readonly string[]): string =>
  `  ${visibleLine(first).padEnd(30)}${cells.map((cell) => cell.padStart(9)).join('')}`
