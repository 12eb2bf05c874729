import type { RuleId } from '../rules/rule.ts'
import { type PageOfSentences, type Reason, reasons, type Sentence } from './sentence.ts'

/** How much of the register rules judge. */
export interface CoverageCounts {
  readonly sentences: number
  readonly covered: number
  readonly notTested: Readonly<Record<Reason, number>>
}

export const sentencesOf = (register: readonly PageOfSentences[]): readonly Sentence[] =>
  register.flatMap(({ sentences }) => sentences)

export const countSentences = (sentences: readonly Sentence[]): CoverageCounts => {
  const without = (reason: Reason) =>
    sentences.filter(({ notTested }) => notTested === reason).length
  return {
    sentences: sentences.length,
    covered: sentences.filter(({ rules }) => rules !== undefined).length,
    notTested: Object.fromEntries(reasons.map((reason) => [reason, without(reason)])) as Record<
      Reason,
      number
    >,
  }
}

/** The sentences that name each rule; a rule that none names is not in it. */
export const sentencesByRule = (
  register: readonly PageOfSentences[],
): ReadonlyMap<RuleId, readonly Sentence[]> => {
  const byRule = new Map<RuleId, Sentence[]>()
  for (const sentence of sentencesOf(register)) {
    for (const rule of sentence.rules ?? []) {
      byRule.set(rule, [...(byRule.get(rule) ?? []), sentence])
    }
  }
  return byRule
}

/** `212 sentences: 150 covered, 62 not tested`. */
export const summaryOf = ({ sentences, covered }: CoverageCounts): string =>
  `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}: ${covered} covered, ${sentences - covered} not tested`
