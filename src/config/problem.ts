import type { Setting } from './setting.ts'

/** A setting as it was found: what a problem sentence is made of. */
interface Found {
  /** The whole key, or the option (`--env`). */
  readonly key: string
  readonly setting: Setting<unknown>
  /** The value; undefined where it is not set. */
  readonly text: string | undefined
  readonly because?: string | undefined
  /** Where to set it: `set it in .env (see .env.example)`. */
  readonly where: string
}

/** One line: the key, the accepted form, what it is (a secret or a person as length only), where to set it. */
export const problemSentence = ({ key, setting, text, because, where }: Found): string => {
  const actual = text === undefined ? 'is not set' : `is ${shown(text, setting)}`
  const reason = because === undefined ? '' : `: ${because}`
  return `${key} must be ${setting.form.accepts}, but ${actual}${reason}; ${where}`
}

/** The value in quotes, or its length alone where it is, or looks like, a secret or a person. */
export const shown = (text: string, { sensitivity }: Pick<Setting<unknown>, 'sensitivity'>) =>
  sensitivity !== 'public' || looksSensitive(text)
    ? `a value of ${[...text].length} characters`
    : JSON.stringify(shortened(text))

// A secret in the wrong key is still one: keys, tokens, credentials in a URL, identity numbers.
const looksSensitive = (text: string): boolean => /[\n{]|BEGIN |^eyJ|:\/\/[^/]*@|\d{11}/.test(text)

const shortened = (text: string): string => {
  const whole = text.replace(/[?#].*$/, (rest) => `${rest.charAt(0)}…`)
  return whole.length > 80 ? `${whole.slice(0, 80)}…` : whole
}

/** The command that puts a language back, with the consent that a write to production takes. */
export const restoreCommand = (environment: string, production: boolean): string =>
  `npm run krr -- restore --env ${environment}${production ? ' --confirm-national-register' : ''}`
