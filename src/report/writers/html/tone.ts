import type { EnvironmentVerdict, RuleResult } from '../../model.ts'
import type { Language } from '../../words/language.ts'
import { type Sentences, sentencesIn } from '../../words/sentences.ts'
import { html, type Markup } from './markup.ts'

/** How a verdict is coloured; it is always said in words too. */
export type Tone = 'good' | 'bad' | 'doubt' | 'quiet'

/** A failed SHOULD or INFO rule is no failure of the run and is not coloured as one. */
export const ruleTone = ({ level, verdict }: Pick<RuleResult, 'level' | 'verdict'>): Tone => {
  switch (verdict) {
    case 'passed':
      return 'good'
    case 'failed':
      return level === 'MUST' ? 'bad' : level === 'SHOULD' ? 'doubt' : 'quiet'
    case 'inconclusive':
    case 'errored':
    case 'not-run':
      return 'doubt'
    case 'not-applicable':
    case 'not-exercised':
      return 'quiet'
    default:
      return verdict satisfies never
  }
}

/** The colour of an environment's verdict. */
export const environmentTone = (verdict: EnvironmentVerdict): Tone => {
  switch (verdict) {
    case 'conformant':
      return 'good'
    case 'deviating':
      return 'bad'
    case 'deviating (known)':
    case 'inconclusive':
      return 'doubt'
    case 'partial':
      return 'quiet'
    default:
      return verdict satisfies never
  }
}

/** What a rule's verdict is called on the page. */
export const ruleWord = ({
  level,
  verdict,
}: Pick<RuleResult, 'level' | 'verdict'>): keyof Sentences['ruleVerdicts'] => {
  if (verdict !== 'failed' || level === 'MUST') return verdict
  return level === 'SHOULD' ? 'warning' : 'observed'
}

/** A rule's verdict as a label; the shape before the word differs as the colour does. */
export const verdictTag = (
  rule: Pick<RuleResult, 'level' | 'verdict'>,
  language: Language,
): Markup =>
  html`<span class="tag ${ruleTone(rule)}">${signOf(ruleTone(rule))}${sentencesIn(language).ruleVerdicts[ruleWord(rule)]}</span>`

/** The sign of a tone: a check, a cross, a question mark, a dash. */
export const signOf = (tone: Tone): Markup =>
  html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d="${strokes[tone]}"/></svg>`

const strokes = {
  good: 'M3 8.5l3.5 3.5L13 4.5',
  bad: 'M4 4l8 8M12 4l-8 8',
  doubt: 'M5 6a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1-1.5 2M8 13v.6',
  quiet: 'M4 8h8',
} as const satisfies Record<Tone, string>
