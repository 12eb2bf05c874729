import { code, prose, table } from '../../report/writers/markdown-text.ts'
import {
  answerWords,
  type Decision,
  decisionSentence,
  namedIn,
  overrideSentence,
  sideWords,
  waiverSentence,
} from '../decision.ts'
import { listedIn } from './text.ts'

/** The decision for a job summary or a pull request. */
export const writeDecisionMarkdown = (decision: Decision): string => {
  const { reasons, waivers = [], titles, remarks, from, to, pair, id } = decision
  const override = overrideSentence(decision)
  const listed = pair === undefined ? [] : listedIn(pair)
  const sections: readonly (readonly string[])[] = [
    [`# ${prose(from.environment)} to ${prose(to.environment)}: ${answerWords(decision)}`],
    [`**${prose(decisionSentence(decision))}**`],
    override === undefined ? [] : [`**${prose(override)}**`],
    [`- From ${prose(sideWords(from))}`, `- To ${prose(sideWords(to))}`, `- Decision ${code(id)}`],
    reasons.length === 0
      ? []
      : [
          '## Reasons',
          '',
          ...table(
            ['reason', 'says', 'what', 'what would change it'],
            reasons.map((own) => [
              `**${own.code}**`,
              `${own.answer}, ${own.about}`,
              prose([own.what, namedIn(own)].filter((text) => text !== '').join(': ')),
              prose(own.change),
            ]),
          ),
        ],
    list(
      'Waivers',
      waivers.map((own) => waiverSentence(own, titles)),
    ),
    list('Limits of this decision', remarks),
    list('Differences that block nothing', listed),
    list('Not compared', pair?.notCompared ?? []),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines.map((line) => `- ${prose(line)}`)]
