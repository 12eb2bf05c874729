import type { Defect } from '../defect.ts'
import { arrayGivesItsFirstElement } from './array-gives-its-first-element.ts'
import { booleanIsStoredAsItsText } from './boolean-is-stored-as-its-text.ts'
import { capitalLettersAreStored } from './capital-letters-are-stored.ts'
import { emptyDocumentIsAccepted } from './empty-document-is-accepted.ts'
import { emptyLanguageIsStored } from './empty-language-is-stored.ts'
import { germanIsStored } from './german-is-stored.ts'
import { largeDocumentErasesTheLanguage } from './large-document-erases-the-language.ts'
import { largeDocumentIs500 } from './large-document-is-500.ts'
import { listDocumentIsApplied } from './list-document-is-applied.ts'
import { longLanguageIs500 } from './long-language-is-500.ts'
import { malformedJsonErasesTheLanguage } from './malformed-json-erases-the-language.ts'
import { malformedJsonIs500 } from './malformed-json-is-500.ts'
import { malformedJsonIsMended } from './malformed-json-is-mended.ts'
import { noMembersEraseTheLanguage } from './no-members-erase-the-language.ts'
import { nullErasesTheLanguage } from './null-erases-the-language.ts'
import { numberIsStoredAsItsText } from './number-is-stored-as-its-text.ts'
import { objectAsLanguageIs500 } from './object-as-language-is-500.ts'
import { otherMediaTypesAre400 } from './other-media-types-are-400.ts'
import { plainTextIsStored } from './plain-text-is-stored.ts'
import { refusedLanguageIsStored } from './refused-language-is-stored.ts'
import { stringDocumentIsStored } from './string-document-is-stored.ts'
import { unknownLanguageIsIgnored } from './unknown-language-is-ignored.ts'
import { xmlIs500 } from './xml-is-500.ts'

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
  arrayGivesItsFirstElement,
  booleanIsStoredAsItsText,
  largeDocumentErasesTheLanguage,
  largeDocumentIs500,
  listDocumentIsApplied,
  noMembersEraseTheLanguage,
  nullErasesTheLanguage,
  numberIsStoredAsItsText,
  objectAsLanguageIs500,
  otherMediaTypesAre400,
  plainTextIsStored,
  stringDocumentIsStored,
  unknownLanguageIsIgnored,
  xmlIs500,
] as const satisfies readonly Defect[]
