import type { RuleId } from '../rules/rule.ts'
import {
  countSentences,
  reasons,
  type Sentence,
  type Source,
  sentencesByRule,
  sentencesOf,
  summaryOf,
} from './register.ts'

/** As wide as a terminal that shows a diff: no line is longer. */
const width = 100

/** The register for a terminal: the counts first, then each source with its sentences. */
export const coverageLines = (
  register: readonly Source[],
  rules: readonly RuleId[],
): readonly string[] => {
  const counts = countSentences(sentencesOf(register))
  const named = sentencesByRule(register)
  const unnamed = rules.filter((rule) => !named.has(rule))
  return [
    summaryOf(counts),
    ...reasons.map((reason) => `  ${String(counts.notTested[reason]).padStart(4)}  ${reason}`),
    `${rules.length - unnamed.length} of ${rules.length} rules are named by a sentence`,
    ...(unnamed.length === 0 ? [] : wrapped(`without one: ${unnamed.join(', ')}`, '  ')),
    ...register.flatMap(pageLines),
  ]
}

const pageLines = ({ name, sentences }: Source): readonly string[] => [
  '',
  ...wrapped(`${name} (${summaryOf(countSentences(sentences))})`, ''),
  ...sentences.flatMap(sentenceLines),
]

const sentenceLines = (sentence: Sentence): readonly string[] => [
  `  ${sentence.id}  ${sentence.section}`.slice(0, width),
  ...wrapped(wordingOf(sentence), '    '),
  ...wrapped(treatmentOf(sentence), '    '),
]

const wordingOf = ({ quote, paraphrase }: Sentence): string =>
  quote === undefined ? `(in our words) ${paraphrase}` : `"${quote}"`

const treatmentOf = (sentence: Sentence): string => {
  if (sentence.notTested !== undefined) return `- ${sentence.notTested}: ${sentence.why}`
  const rules = `+ ${sentence.rules.join(', ')}`
  return sentence.except === undefined ? rules : `${rules}; except: ${sentence.except}`
}

/** Lines of whole words; a word that is too long for one is broken. */
const wrapped = (text: string, indent: string): readonly string[] => {
  const room = width - indent.length
  const words = text
    .split(/\s+/)
    .flatMap((word) => word.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [])
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= room) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines.map((line) => `${indent}${line}`)
}
