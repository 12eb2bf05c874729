import { shortened } from '../../../evidence/visible-text.ts'
import { differenceOf, type Stretch } from '../../difference.ts'
import type { ReportedFinding } from '../../model.ts'
import { html, type Markup, textBetweenTags } from './markup.ts'

/** What was expected beside what was received, and what differs between them underlined. */
export const comparison = (
  { expected, actual }: Pick<ReportedFinding, 'expected' | 'actual'>,
  characters: number,
): Markup => {
  const texts = [shortened(expected, characters), shortened(actual, characters)] as const
  const difference = differenceOf(...texts)
  const whole = texts.map((text): readonly Stretch[] => [{ text, isCommon: true }])
  return html`<dl class="compare"><div class="expected"><dt>expected</dt><dd><code>${(
    difference?.expected ?? whole[0] ?? []
  ).map(({ text, isCommon }) =>
    isCommon ? textBetweenTags(text) : html`<del>${textBetweenTags(text)}</del>`,
  )}</code></dd></div><div class="received"><dt>received</dt><dd><code>${(
    difference?.received ?? whole[1] ?? []
  ).map(({ text, isCommon }) =>
    isCommon ? textBetweenTags(text) : html`<ins>${textBetweenTags(text)}</ins>`,
  )}</code></dd></div></dl>`
}
