import type { RuleId } from '../rules/rule.ts'
import type { Source } from '../rules/sources.ts'

/** Why no rule judges a sentence. */
export const reasons = [
  'not observable from outside',
  'needs PROD',
  'ambiguous',
  'out of scope',
] as const
export type Reason = (typeof reasons)[number]

/** `ATTR-006`: the page's own prefix, and a number that is never reused. */
export type SentenceId = `${string}-${number}`

/** `quote` is verbatim and found in the page under specs/pages/; a paraphrase is in our own words. */
type Wording =
  | { readonly quote: string; readonly paraphrase?: never }
  | { readonly paraphrase: string; readonly quote?: never }

type Treatment =
  | {
      /** The rules that judge it, or a part of it. */
      readonly rules: readonly [RuleId, ...RuleId[]]
      /** The part that they leave out, and why. */
      readonly except?: string
      readonly notTested?: never
    }
  | { readonly notTested: Reason; readonly why: string; readonly rules?: never }

/** A normative sentence of a source: who must do, gives out or means what. */
export type Sentence = {
  readonly id: SentenceId
  /** As a citation names it, or `front matter` for what stands before a page's first heading. */
  readonly section: string
} & Wording &
  Treatment

/** What a source says, in its order, and what becomes of each sentence. */
export interface PageOfSentences {
  readonly source: Source
  readonly sentences: readonly [Sentence, ...Sentence[]]
}
