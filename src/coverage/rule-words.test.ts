import { describe, expect, test } from 'vitest'
import { projectFolder } from '../contract/project-folder.ts'
import { rules } from '../rules/index.ts'
import { generatedRuleWords, readRuleWords, wordProblems, writtenRules } from './rule-words.ts'

const words = {
  consequence: 'A service fails.',
  nb: { title: 'Alt er i orden', consequence: 'En tjeneste feiler.' },
}
const rule = { id: 'KRR-JWS-001' } as const

describe('the words of the rules', () => {
  test('are there for each rule, in both languages, and for nothing else', () => {
    const entries = readRuleWords(projectFolder())
    expect(wordProblems(entries, rules)).toEqual([])
    expect(writtenRules(projectFolder()).map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
    const generated = generatedRuleWords(entries, rules)
    for (const { id } of rules) expect(generated).toContain(`  "${id}": {"consequence":`)
  })

  test('a missing entry, a missing translation and an entry of no rule are named', () => {
    expect(wordProblems({ [rule.id]: words }, [rule])).toEqual([])
    expect(wordProblems({}, [rule])).toContain('KRR-JWS-001 consequence is missing')
    expect(
      wordProblems({ [rule.id]: { ...words, nb: { ...words.nb, title: ' ' } } }, [rule]),
    ).toEqual(['KRR-JWS-001 nb.title is missing'])
    expect(wordProblems({ [rule.id]: words, 'KRR-JWS-999': words }, [rule])).toEqual([
      'KRR-JWS-999 is no rule',
    ])
  })

  test('a consequence is a sentence, and a title is none', () => {
    expect(
      wordProblems(
        {
          [rule.id]: {
            consequence: 'A service fails',
            nb: { title: 'Alt er i orden.', consequence: 'x'.repeat(200) },
          },
        },
        [rule],
      ),
    ).toHaveLength(4)
  })
})
