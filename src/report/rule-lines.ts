import type { ConsoleLook } from './console.ts'
import { type ConformanceReport, type RuleResult, verdicts } from './model.ts'
import { type TerminalStyle, wrapped } from './terminal-text.ts'

/** Every rule with its verdict, and why where it did not pass: `--verbose`. */
export const ruleLines = (
  { target, rules }: ConformanceReport,
  look: ConsoleLook,
): readonly string[] => {
  const widest = Math.max(...rules.map(({ id }) => id.length))
  return ['', target.environment, ...rules.flatMap((rule) => linesOf(rule, widest, look))]
}

const verdictWidth = Math.max(...verdicts.map(({ length }) => length))

const linesOf = (
  { id, level, verdict, title, reason }: RuleResult,
  widest: number,
  { columns, paint }: ConsoleLook,
): readonly string[] => {
  const indent = ' '.repeat(2 + verdictWidth + 2 + widest + 2)
  const room = Math.min(100, Math.max(60, columns)) - indent.length
  const [first = '', ...rest] = wrapped(title, room)
  return [
    `  ${paint(styleOf(level, verdict), verdict.padEnd(verdictWidth))}  ${id.padEnd(widest)}  ${first}`,
    ...[...rest, ...(verdict === 'passed' ? [] : wrapped(reason, room))].map(
      (line) => indent + line,
    ),
  ]
}

const styleOf = (level: RuleResult['level'], verdict: RuleResult['verdict']): TerminalStyle => {
  switch (verdict) {
    case 'passed':
      return 'good'
    case 'failed':
      return level === 'MUST' ? 'bad' : 'doubt'
    case 'inconclusive':
    case 'errored':
    case 'not-run':
      return 'doubt'
    case 'not-applicable':
    case 'not-exercised':
      return 'soft'
    default:
      return verdict satisfies never
  }
}
