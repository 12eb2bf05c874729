import { code, prose, table } from '../../report/writers/markdown-text.ts'
import { documentDifferences } from '../documents.ts'
import type { BehaviourDifference, Comparison, RuleDifference } from '../model.ts'
import {
  comparisonSentence,
  documentSentence,
  latencyCells,
  ruleChange,
  ruleGroups,
  runName,
  somePlaces,
} from '../words.ts'

const mostPlaces = 3

/** For a job summary or a pull request. */
export const writeMarkdown = (comparison: Comparison): string => {
  const { from, to, remarks, rules, behaviour, document, latency } = comparison
  const sections = [
    [`# ${prose(from.environment)} and ${prose(to.environment)}`],
    [`**${prose(comparisonSentence(comparison))}**`],
    [
      `- From ${prose(runName(from))}`,
      `- To ${prose(runName(to))}`,
      ...remarks.map((own) => `- ${prose(own)}`),
    ],
    ...ruleGroups.map(([kind, title]) => {
      const own = rules.differences.filter((difference) => difference.code === kind)
      return own.length === 0
        ? []
        : [`## ${title}`, '', ...table(['rule', 'level', 'verdict', 'places'], own.map(ruleRow))]
    }),
    behaviour.differences.length === 0
      ? []
      : [
          '## Behaviour',
          '',
          ...table(['what', 'at', 'from', 'to', 'places'], behaviour.differences.map(behaviourRow)),
        ],
    documentDifferences(document).length === 0
      ? []
      : [
          '## Published document',
          '',
          ...documentDifferences(document).map((own) => `- ${prose(documentSentence(own))}`),
        ],
    latency.length === 0
      ? []
      : [
          '## Latency in ms',
          '',
          ...table(
            ['', 'fastest', 'median', 'p95', 'fastest', 'median', 'p95'],
            latency.map((pair) => latencyCells(pair).map(prose)),
          ),
        ],
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const ruleRow = (difference: RuleDifference): readonly string[] => {
  const { id, title, level, silenced, changed } = difference
  const places = [...silenced, ...changed].map(({ where, to }) => `${where}: ${to}`)
  return [
    `**${id}** ${prose(title)}`,
    level,
    prose(ruleChange(difference)),
    prose(somePlaces(places, mostPlaces)),
  ]
}

const behaviourRow = (difference: BehaviourDifference): readonly string[] => [
  difference.code,
  cell(difference.at),
  cell(difference.from),
  cell(difference.to),
  prose(`${difference.places.length}: ${somePlaces(difference.places, mostPlaces)}`),
]

/** Within a table a code span keeps no bar (GFM, 4.10): it is escaped. */
const cell = (text: string): string => code(text).replaceAll('|', '\\|')
