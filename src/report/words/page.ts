import type { InEach, Language } from './language.ts'
import { type PageWords, pageEn } from './page-en.ts'
import { pageNb } from './page-nb.ts'

export type { PageWords }

const each: InEach<PageWords> = { en: pageEn, nb: pageNb }

/** The words of a report's page in a language. */
export const pageWordsIn = (language: Language): PageWords => each[language]
