import type { EnvironmentVerdict, RuleResult } from '../../model.ts'
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
const ruleWord = ({ level, verdict }: Pick<RuleResult, 'level' | 'verdict'>): string => {
  if (verdict !== 'failed' || level === 'MUST') return verdict
  return level === 'SHOULD' ? 'warning' : 'observed'
}

/** A rule's verdict as a label. */
export const verdictTag = (rule: Pick<RuleResult, 'level' | 'verdict'>): Markup =>
  html`<span class="tag ${ruleTone(rule)}">${ruleWord(rule)}</span>`
