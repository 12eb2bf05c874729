import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../contract/project-folder.ts'
import { sectionOf } from '../contract/quotation-page.ts'
import { rules } from '../rules/index.ts'
import type { RuleHeader, RuleId } from '../rules/rule.ts'
import { ruleSetVersion, rulesOf } from '../rules/rule-set.ts'
import { sentencesByRule, sentencesOf } from './coverage.ts'
import { register } from './register.ts'
import type { Sentence } from './sentence.ts'

const headers: readonly RuleHeader[] = rules
const sentences = sentencesOf(register)
const promised: readonly RuleId[] = [...rulesOf(ruleSetVersion)]

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index)

const textOf = (page: string, section: string): string | undefined => {
  const text = readFileSync(join(projectFolder(), 'specs', 'pages', page), 'utf8')
  return section === 'front matter'
    ? folded(text.split(/^#{1,6}\s/m, 1)[0] ?? '')
    : sectionOf(text, section)
}

const holds = ({ quote }: Sentence, text: string): boolean =>
  quote !== undefined && folded(quote).includes(folded(text))

describe('the register of sentences', () => {
  test('gives every sentence an id of its own, with one prefix for each source', () => {
    expect(repeated(sentences.map(({ id }) => id))).toEqual([])
    expect(sentences.filter(({ id }) => !/^[A-Z0-9]+-\d{3}$/.test(id))).toEqual([])
    const prefixes = register.map((page) =>
      [...new Set(page.sentences.map(({ id }) => id.split('-')[0]))].join(),
    )
    expect(prefixes.filter((prefix) => prefix.includes(','))).toEqual([])
    expect(repeated(prefixes)).toEqual([])
    expect(repeated(register.map(({ source }) => source.page))).toEqual([])
  })

  test('quotes what stands in the page, in that section, word for word', () => {
    const lost = register.flatMap(({ source, sentences: own }) =>
      own.flatMap(({ id, section, quote }) => {
        if (quote === undefined) return []
        return textOf(source.page, section)?.includes(folded(quote)) === true ? [] : [id]
      }),
    )
    expect(lost).toEqual([])
  })

  test('names rules of the set, none twice in a sentence', () => {
    const unknown = sentences.flatMap(({ id, rules: named = [] }) =>
      named.filter((rule) => !promised.includes(rule)).map((rule) => `${id}: ${rule}`),
    )
    expect(unknown).toEqual([])
    expect(sentences.filter(({ rules: named = [] }) => repeated(named).length > 0)).toEqual([])
  })

  test('names every rule, of the set and of the catalogue', () => {
    const named = sentencesByRule(register)
    expect(promised.filter((rule) => !named.has(rule))).toEqual([])
    expect(headers.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('has every sentence that a rule quotes, and that sentence names the rule', () => {
    const missing = headers.flatMap(({ id, citations }) =>
      citations.flatMap(({ source, section, quote }) => {
        const page = register.find((candidate) => candidate.source.page === source.page)
        if (page === undefined) return [`${id}: the register has no page of ${source.name}`]
        if (quote === undefined) return []
        const isNamed = page.sentences.some(
          (sentence) =>
            sentence.section === section &&
            holds(sentence, quote) &&
            sentence.rules?.includes(id) === true,
        )
        return isNamed ? [] : [`${id}: ${source.name}, ${section}: ${quote}`]
      }),
    )
    expect(missing).toEqual([])
  })
})
