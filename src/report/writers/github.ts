import { visibleText } from '../../evidence/visible-text.ts'
import type { ConformanceReport, RuleResult } from '../model.ts'
import { rulesWith, unsettledMusts } from '../verdict.ts'

/** GitHub shows ten annotations of each kind for a step: the rest would push out what matters. */
const most = 10

/**
 * Workflow commands that GitHub Actions shows as annotations: an error for each deviation, a warning for what could
 * not be judged and for each deviation from a SHOULD rule.
 */
export const githubAnnotations = (report: ConformanceReport): readonly string[] => {
  const { rules, target, run } = report
  const command = (kind: 'error' | 'warning', title: string, text: string) =>
    `::${kind} title=${property(`${target.environment}: ${title}`)}::${message(text)}`
  const known = report.verdict === 'deviating (known)'
  const lines = (kind: 'error' | 'warning', own: readonly RuleResult[]) =>
    own.slice(0, most).map((rule) => command(kind, `${rule.id} ${rule.title}`, described(rule)))
  return [
    ...(report.register.restored === false
      ? [command('error', 'the language was not put back', report.register.trouble ?? 'see report')]
      : []),
    ...lines(known ? 'warning' : 'error', rulesWith(rules, 'MUST', 'failed')),
    ...(run.selection === 'partial' ? [] : lines('warning', unsettledMusts(rules))),
    ...lines('warning', rulesWith(rules, 'SHOULD', 'failed')),
  ]
}

const described = ({ reason, observations, verdict }: RuleResult): string => {
  const found = observations.flatMap(({ where, findings }) =>
    findings.map((finding) => ({ where, ...finding })),
  )
  const [first] = found
  if (verdict !== 'failed' || first === undefined) return reason
  const { where, at, expected, actual } = first
  const more = found.length > 1 ? `\nand ${found.length - 1} more` : ''
  return `${where}\n${at}: expected ${expected}, received ${actual}${more}`
}

/** As the runner's own toolkit escapes them; a carriage return is written out before, like all that is not seen. */
const message = (text: string): string =>
  visibleText(text).replaceAll('%', '%25').replaceAll('\n', '%0A')

const property = (text: string): string =>
  message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
