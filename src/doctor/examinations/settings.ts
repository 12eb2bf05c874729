import type { GivenSetting } from '../../config/given-settings.ts'
import { type Line, ok, problem, warning } from '../line.ts'

/** A line for each setting that is set and right, in the order of the documents. */
export const rightSettings = (
  given: readonly GivenSetting[],
  problems: readonly Line[],
): readonly Line[] => {
  const wrong = new Set(problems.map(({ key }) => key))
  return given
    .filter(({ key }) => !wrong.has(key))
    .map(({ key, value, place }) => ok(key, `${value} (${place})`))
}

/** The sentences of a configuration that cannot be used, each as a line: the key stands first in it. */
export const configurationProblems = (sentences: readonly string[]): readonly Line[] =>
  sentences.map((sentence) => {
    const [says, todo] = cut(sentence)
    return problem(keyIn(sentence), says, todo)
  })

/** The sentences of what is odd about a configuration, and stops nothing. */
export const configurationWarnings = (sentences: readonly string[]): readonly Line[] =>
  sentences.map((sentence) =>
    warning(keyIn(sentence), sentence, 'correct or remove it; docs/settings.md has every key'),
  )

const keyIn = (sentence: string): string =>
  /\b(?:KRR_[A-Z\d_]+|HTTPS_PROXY|NO_PROXY|NODE_[A-Z_]+|SSLKEYLOGFILE|DEBUG)\b/.exec(
    sentence.startsWith('unknown environment') || sentence.startsWith('environment ')
      ? 'KRR_ENV'
      : sentence,
  )?.[0] ?? '.env'

/** What is wrong, and behind the last semicolon what to do. */
const cut = (sentence: string): readonly [says: string, todo: string] => {
  const at = sentence.lastIndexOf('; ')
  return at < 0
    ? [sentence, 'correct it in .env (see .env.example)']
    : [sentence.slice(0, at), sentence.slice(at + 2)]
}
