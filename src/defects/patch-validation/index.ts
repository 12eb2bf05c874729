import type { Defect } from '../defect.ts'
import { capitalLettersAreStored } from './capital-letters-are-stored.ts'
import { emptyDocumentIsAccepted } from './empty-document-is-accepted.ts'
import { emptyLanguageIsStored } from './empty-language-is-stored.ts'
import { germanIsStored } from './german-is-stored.ts'
import { longLanguageIs500 } from './long-language-is-500.ts'
import { malformedJsonErasesTheLanguage } from './malformed-json-erases-the-language.ts'
import { malformedJsonIs500 } from './malformed-json-is-500.ts'
import { malformedJsonIsMended } from './malformed-json-is-mended.ts'
import { refusedLanguageIsStored } from './refused-language-is-stored.ts'

/** Documents that must not take effect and do, or that break the server. */
export const patchValidationDefects = [
  capitalLettersAreStored,
  emptyLanguageIsStored,
  germanIsStored,
  longLanguageIs500,
  refusedLanguageIsStored,
  emptyDocumentIsAccepted,
  malformedJsonErasesTheLanguage,
  malformedJsonIs500,
  malformedJsonIsMended,
] as const satisfies readonly Defect[]
