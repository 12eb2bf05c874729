import { visibleJson } from '../../evidence/visible-text.ts'
import type { Comparison } from '../model.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { writeText } from './text.ts'

/** The forms that a comparison is written in. */
export const comparisonWriters = {
  text: writeText,
  markdown: writeMarkdown,
  json: (comparison: Comparison): string => `${visibleJson(comparison, 2)}\n`,
  html: writeHtml,
} as const satisfies Readonly<Record<string, (comparison: Comparison) => string>>

export type ComparisonFormat = keyof typeof comparisonWriters
