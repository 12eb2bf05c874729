import type { ConformanceReport, EnvironmentVerdict } from '../model.ts'
import { verdictWords } from '../verdict-sentence.ts'
import { characters, element } from './xml.ts'

/** The right side's colour; white on each of them has a contrast of 4.5 to 1 or more. */
const colours = {
  conformant: '#1a7340',
  deviating: '#b3261e',
  'deviating (known)': '#8a5a00',
  inconclusive: '#8a5a00',
  partial: '#5b6674',
} as const satisfies Record<EnvironmentVerdict, string>

const height = 20

/**
 * A badge for a README: the environment and its verdict, readable on light and dark pages alike. Nothing in it has an
 * id, so that any number of them may stand inline in one page.
 */
export const writeBadge = (report: ConformanceReport): string => {
  const { target } = report
  const verdict = verdictWords(report)
  const isFailing = (report.known?.problems ?? []).length > 0
  const label = `KRR ${target.environment}`
  const [left, right] = [widthOf(label), widthOf(verdict)]
  const said = `${label}: ${verdict}`
  const word = (x: number, width: number, text: string) =>
    element(
      'text',
      [
        ['x', x + width / 2],
        ['y', 14],
        ['textLength', width - 16],
        ['lengthAdjust', 'spacingAndGlyphs'],
      ],
      characters(text),
    )
  return `${element(
    'svg',
    [
      ['xmlns', 'http://www.w3.org/2000/svg'],
      ['width', left + right],
      ['height', height],
      ['role', 'img'],
      ['aria-label', said],
    ],
    [
      element('title', [], characters(said)),
      element('path', [
        ['d', `M4 0H${left}V${height}H4A4 4 0 0 1 0 16V4A4 4 0 0 1 4 0`],
        ['fill', '#2f3944'],
      ]),
      element('path', [
        ['d', `M${left} 0h${right - 4}a4 4 0 0 1 4 4v12a4 4 0 0 1 -4 4H${left}`],
        ['fill', colours[isFailing ? 'deviating' : report.verdict]],
      ]),
      // A thin light line keeps the dark half apart from a dark page.
      element('rect', [
        ['x', 0.5],
        ['y', 0.5],
        ['width', left + right - 1],
        ['height', height - 1],
        ['rx', 4],
        ['fill', 'none'],
        ['stroke', '#8b96a3'],
        ['stroke-opacity', '0.5'],
      ]),
      element(
        'g',
        [
          ['fill', '#fff'],
          ['text-anchor', 'middle'],
          ['font-family', 'Verdana,DejaVu Sans,sans-serif'],
          ['font-size', 11],
        ],
        word(0, left, label) + word(left, right, verdict),
      ),
    ].join(''),
  )}\n`
}

/** About as wide as the text is in its font; `textLength` makes it exact in any other. */
const widthOf = (text: string): number => Math.round([...text].length * 6.8) + 16
