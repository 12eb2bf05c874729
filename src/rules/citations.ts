import { sentences } from '../../generated/sentences.ts'

/** `RFC7515-005`: a sentence of specs/sentences/. */
export type SentenceId = keyof typeof sentences

/** The sentence that a rule stands on. `quote` is verbatim; without it the section is meant in our own words. */
export interface Citation {
  readonly source: string
  readonly url: string
  readonly section: string
  readonly quote?: string
}

/** What a rule stands on, with names and addresses. */
export const citationsOf = ({
  cites: [first, ...others],
}: {
  readonly cites: readonly [SentenceId, ...SentenceId[]]
}): readonly [Citation, ...Citation[]] => [
  sentences[first],
  ...others.map((id): Citation => sentences[id]),
]
