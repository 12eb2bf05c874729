import { ruleWords } from '../../../generated/rule-words.ts'
import type { ConformanceReport } from '../model.ts'

/** The languages of pages, notices and summaries; ids, members, quotes and what a run recorded stay as they are. */
export type Language = 'en' | 'nb'

/** Texts of something in each language. A translation that is missing is an error of types. */
export type InEach<Texts> = Readonly<Record<Language, Texts>>

/** A rule's title; English is the rule's own, and what no table knows stays so. */
export const titleIn = (
  language: Language,
  { id, title }: { readonly id: string; readonly title: string },
): string => (language === 'nb' ? (ruleWords[id]?.nb.title ?? title) : title)

/**
 * What it means for a service that uses the API that this rule is not kept, in a sentence. Undefined for a rule of
 * another version, of which nothing is known here.
 */
export const consequenceIn = (language: Language, id: string): string | undefined =>
  language === 'nb' ? ruleWords[id]?.nb.consequence : ruleWords[id]?.consequence

/** The report with the titles of its rules in a language. */
export const titledIn = (language: Language, report: ConformanceReport): ConformanceReport =>
  language === 'en'
    ? report
    : {
        ...report,
        rules: report.rules.map((rule) => ({ ...rule, title: titleIn(language, rule) })),
      }
