import { type GeneratedFile, keepInStep } from '../contract/generated-file.ts'
import { projectFolder } from '../contract/project-folder.ts'
import { register } from '../coverage/register.ts'
import { rulesPage } from '../coverage/rules-page.ts'
import { provenBy } from '../defects/defect.ts'
import { defects } from '../defects/index.ts'
import { rules } from '../rules/index.ts'
import type { RuleId } from '../rules/rule.ts'

/** Writes docs/rules.md from rules, register and defects; with `check` it only says whether it is stale. */
export const generateRulesPage = ({
  check,
  root = projectFolder(),
}: {
  readonly check: boolean
  readonly root?: string
}): readonly GeneratedFile[] => {
  const page = rulesPage({ rules, register, provenBy: defectsByRule() })
  return keepInStep(new Map([['docs/rules.md', page]]), { check, root })
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
