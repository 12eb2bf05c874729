import { furtherReadings } from './readings.ts'

/** A part of a text that must not be shown, and what is shown in its place. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly shown: string
  /** Set where it is written so that nobody finds it. */
  readonly isHidden?: boolean
}

/** Stands in the place of a text that has more readings than can be searched. */
const unread = '[text not shown: it is too much to be searched for secrets]'

/** What is found in the text and in every further reading of it, by its place in the text. */
export const spansIn = (text: string, find: (text: string) => readonly Span[]): readonly Span[] => {
  const spans = [...find(text)]
  for (const reading of furtherReadings(text)) {
    if (reading.isUnread === true) return [{ start: 0, end: text.length, shown: unread }]
    for (const { start, end, ...told } of find(reading.text)) {
      const [from, to] = reading.source(start, end)
      spans.push({ start: from, end: to, ...told })
    }
  }
  return spans
}

/** The text with each span replaced; of those that overlap what begins first, or was named first, is told. */
export const replaceSpans = (text: string, spans: readonly Span[]): string => {
  if (spans.length === 0) return text
  const parts: string[] = []
  let rest = 0
  const sorted = spans.toSorted((one, other) => one.start - other.start || other.end - one.end)
  for (const { start, end, shown } of sorted) {
    if (start >= rest) parts.push(text.slice(rest, start), shown)
    rest = Math.max(rest, end)
  }
  return parts.join('') + text.slice(rest)
}
