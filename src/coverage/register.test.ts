import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../contract/project-folder.ts'
import { rules } from '../rules/index.ts'
import type { RuleHeader } from '../rules/rule.ts'
import { sectionOf } from './quotation-page.fixture.ts'
import { readRegister, sentencesByRule, sentencesOf } from './register.ts'

const headers: readonly RuleHeader[] = rules
const register = readRegister()
const sentences = sentencesOf(register)

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index)

/** The page that was handed over, whole: the one source whose quotes can be looked up here. */
const page = readFileSync(
  join(projectFolder(), 'specs', 'pages', 'brukerspesifikt-oppslag.md'),
  'utf8',
)
const textOf = (section: string): string | undefined =>
  section === 'front matter'
    ? folded(page.split(/^#{1,6}\s/m, 1)[0] ?? '')
    : sectionOf(page, section)

describe('the register of sentences', () => {
  test('gives every sentence an id of its own, and every source a prefix and an address of its own', () => {
    expect(repeated(sentences.map(({ id }) => id))).toEqual([])
    expect(repeated(register.map((source) => source.sentences[0]?.id.split('-')[0] ?? ''))).toEqual(
      [],
    )
    expect(repeated(register.map(({ name }) => name))).toEqual([])
  })

  test('quotes the page that was handed over word for word, in that section', () => {
    const own = register.find(({ version }) => version?.includes('brukerspesifikt-oppslag.md'))
    const lost = (own?.sentences ?? []).filter(
      ({ section, quote }) =>
        quote !== undefined && textOf(section)?.includes(folded(quote)) !== true,
    )
    expect(own?.sentences.length).toBeGreaterThan(30)
    expect(lost).toEqual([])
  })

  test('names rules that there are, none twice in a sentence', () => {
    const known = new Set<string>(headers.map(({ id }) => id))
    const unknown = sentences.flatMap(({ id, rules: named = [] }) =>
      named.filter((rule) => !known.has(rule)).map((rule) => `${id}: ${rule}`),
    )
    expect(unknown).toEqual([])
    expect(sentences.filter(({ rules: named = [] }) => repeated(named).length > 0)).toEqual([])
  })

  test('names every rule', () => {
    const named = sentencesByRule(register)
    expect(headers.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('names a rule in each sentence that the rule quotes', () => {
    const missing = headers.flatMap(({ id, cites }) =>
      cites.filter((cited) => {
        const sentence = sentences.find((own) => own.id === cited)
        return sentence?.quote !== undefined && sentence.rules?.includes(id) !== true
      }),
    )
    expect(missing).toEqual([])
  })
})
