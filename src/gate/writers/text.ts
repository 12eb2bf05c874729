import { documentSentence, somePlaces } from '../../compare/words.ts'
import { type Paint, wrapped } from '../../report/terminal-text.ts'
import { counted } from '../../report/verdict-sentence.ts'
import {
  answerWords,
  type Decision,
  decisionSentence,
  namedIn,
  overrideSentence,
  restsOn,
  sideWords,
  waiverSentence,
} from '../decision.ts'

/** How the console is drawn. */
export interface DecisionLook {
  readonly columns: number
  readonly paint: Paint
}

const styles = { yes: 'good', no: 'bad', unknown: 'doubt' } as const
const mostListed = 8

/** The decision for a terminal: answer, all reasons with what would change each, then what else to know. */
export const decisionLines = (decision: Decision, look: DecisionLook): readonly string[] => {
  const { answer, reasons, waivers = [], titles, remarks, from, to, pair } = decision
  const rests = restsOn(decision)
  const columns = Math.min(100, Math.max(60, look.columns))
  const { paint } = look
  const paragraph = (text: string, indent = 2): readonly string[] =>
    wrapped(text, columns - indent).map((line) => ' '.repeat(indent) + line)
  const override = overrideSentence(decision)
  const listed = pair === undefined ? [] : listedIn(pair)
  return [
    paint(rests.length > 0 ? 'doubt' : styles[answer], headline(decision)),
    ...paragraph(decisionSentence(decision)).map((line) => paint('strong', line)),
    ...(override === undefined ? [] : paragraph(override).map((line) => paint('bad', line))),
    ...paragraph(`from  ${sideWords(from)}`),
    ...paragraph(`to    ${sideWords(to)}`),
    ...reasons.flatMap((own) => {
      const named = namedIn(own)
      return [
        '',
        `  ${paint(styles[own.answer], own.code)}  (${own.answer}, ${own.about})`,
        ...paragraph(own.what, 4),
        ...(named === '' ? [] : paragraph(named, 4)),
        ...paragraph(`-> ${own.change}`, 4).map((line) => paint('soft', line)),
      ]
    }),
    ...waivers.flatMap((own) => ['', ...paragraph(waiverSentence(own, titles))]),
    ...(remarks.length === 0 ? [] : ['', ...remarks.flatMap((line) => paragraph(line))]),
    ...(listed.length === 0
      ? []
      : [
          '',
          `  ${counted(listed.length, 'difference')} that ${listed.length === 1 ? 'blocks' : 'block'} nothing`,
          ...listed.slice(0, mostListed).flatMap((line) => paragraph(line, 4)),
          ...(listed.length > mostListed ? [`    and ${listed.length - mostListed} more`] : []),
        ]),
    ...(pair === undefined || pair.notCompared.length === 0
      ? []
      : ['', '  not compared', ...pair.notCompared.flatMap((line) => paragraph(line, 4))]),
  ]
}

/** `YES, with 1 waiver` */
const headline = (decision: Decision): string =>
  answerWords(decision).replace(/^\w+/, (word) => word.toUpperCase())

/** Differences that block nothing, each in a line. */
export const listedIn = ({
  listed,
  documentChanges,
}: NonNullable<Decision['pair']>): readonly string[] => [
  ...listed.map(
    ({ code, at, from, to, places }) =>
      `${code} ${at}: ${from}, now ${to} (${somePlaces(places, 1)})`,
  ),
  ...documentChanges.map(documentSentence),
]
