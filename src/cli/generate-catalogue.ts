import { ConfigurationError } from '../config/configuration-error.ts'
import { type GeneratedFile, keepInStep } from '../contract/generated-file.ts'
import { projectFolder } from '../contract/project-folder.ts'
import { generatedRules, generatedSentences } from '../coverage/generated-catalogue.ts'
import { readRegister } from '../coverage/register.ts'
import {
  generatedRuleWords,
  readRuleWords,
  wordProblems,
  wordsPath,
  writtenRules,
} from '../coverage/rule-words.ts'
import { rulesPage } from '../coverage/rules-page.ts'
import { weakPage } from '../coverage/weak-page.ts'
import { provenBy } from '../defects/defect.ts'
import { defects } from '../defects/index.ts'
import { rules } from '../rules/index.ts'
import type { RuleId } from '../rules/rule.ts'

/**
 * Writes generated/sentences.ts, generated/rules.ts, generated/rule-words.ts, docs/rules.md and docs/weak.md from specs/sentences/,
 * specs/words/, the rules and the defects; with `check` it only says whether they are stale.
 */
export const generateCatalogue = ({
  check,
  root = projectFolder(),
}: {
  readonly check: boolean
  readonly root?: string
}): readonly GeneratedFile[] => {
  const register = readRegister(root)
  const listed = keepInStep(
    new Map([
      ['generated/sentences.ts', generatedSentences(register)],
      ['generated/rules.ts', generatedRules(root)],
    ]),
    { check, root },
  )
  // The rules of this process are those that were listed when it was bundled: a new one is none of them yet, and the next
  // process writes what is said of each.
  if (listed.some(({ path, state }) => path === 'generated/rules.ts' && state !== 'in step'))
    return listed
  const ofEach = new Map([
    ['generated/rule-words.ts', ruleWordsOf(root)],
    ['docs/rules.md', rulesPage({ rules, register, provenBy: defectsByRule() })],
    [
      'docs/weak.md',
      weakPage({
        rules,
        register,
        defects: defects.map((defect) => ({ id: defect.id, proves: provenBy(defect) })),
      }),
    ],
  ])
  return [...listed, ...keepInStep(ofEach, { check, root })]
}

/** The words of each rule that has a file: a missing one, and one too many, are told with all others. */
const ruleWordsOf = (root: string): string => {
  const [entries, written] = [readRuleWords(root), writtenRules(root)]
  const [first, ...others] = wordProblems(entries, written).map(
    (problem) => `${wordsPath}: ${problem}`,
  )
  if (first !== undefined) throw new ConfigurationError([first, ...others])
  return generatedRuleWords(entries, written)
}

const defectsByRule = (): ReadonlyMap<RuleId, readonly string[]> => {
  const byRule = new Map<RuleId, string[]>()
  for (const defect of defects) {
    for (const rule of provenBy(defect)) {
      byRule.set(rule, [...(byRule.get(rule) ?? []), defect.id])
    }
  }
  return byRule
}
