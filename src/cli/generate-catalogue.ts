import { type GeneratedFile, keepInStep } from '../contract/generated-file.ts'
import { projectFolder } from '../contract/project-folder.ts'
import { generatedRules, generatedSentences } from '../coverage/generated-catalogue.ts'
import { readRegister } from '../coverage/register.ts'
import { generatedRuleWords } from '../coverage/rule-words.ts'
import { rulesPage } from '../coverage/rules-page.ts'
import { provenBy } from '../defects/defect.ts'
import { defects } from '../defects/index.ts'
import { rules } from '../rules/index.ts'
import type { RuleId } from '../rules/rule.ts'

/**
 * Writes generated/sentences.ts, generated/rules.ts, generated/rule-words.ts and docs/rules.md from specs/sentences/,
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
  const contents = new Map([
    ['generated/sentences.ts', generatedSentences(register)],
    ['generated/rules.ts', generatedRules(root)],
    ['generated/rule-words.ts', generatedRuleWords(root, rules)],
    ['docs/rules.md', rulesPage({ rules, register, provenBy: defectsByRule() })],
  ])
  return keepInStep(contents, { check, root })
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
