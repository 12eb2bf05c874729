import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Environment } from '../config/environment.ts'
import { parseJson } from '../evidence/exchange.ts'
import { stringAt, valueAt } from '../evidence/json.ts'

/** Whether an empty `spraak` was seen to remove the language of an environment, from one run to the next. */
export interface LanguageRemoval {
  /** Whether the last run that tried it saw the language removed and set again: only then can absence be put back. */
  readonly isKnownToWork: () => boolean
  readonly remember: (works: boolean) => void
}

/** The memory of an environment below the state directory; another address is another installation. */
export const openLanguageRemoval = (
  stateDir: string,
  { name, apiUrl, ca }: Pick<Environment, 'name' | 'apiUrl' | 'ca'>,
): LanguageRemoval => {
  const path = join(stateDir, 'language-removal', `${name}.json`)
  const installation = createHash('sha256')
    .update(`${apiUrl}\n${ca ?? ''}`)
    .digest('hex')
  return {
    isKnownToWork: () => {
      const entry = parseJson(textIn(path))
      return stringAt(entry, 'installation') === installation && valueAt(entry, 'works') === true
    },
    remember: (works) => {
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        writeFileSync(path, `${JSON.stringify({ installation, works })}\n`, { mode: 0o600 })
      } catch {
        // Where it cannot be kept, a person without a language is not written to.
      }
    },
  }
}

const textIn = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
