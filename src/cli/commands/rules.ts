import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { citationsOf } from '../../rules/citations.ts'
import { rules } from '../../rules/index.ts'
import type { RuleHeader } from '../../rules/rule.ts'
import { ruleSetVersion } from '../../rules/rule-set.ts'
import type { Command, Terminal } from '../command.ts'

const help = `Usage: npm run krr -- rules [<rule id or pattern>] [--json]
       npm run krr -- rules --coverage [--json]

Lists the rules that are judged, with level and basis; of a single rule also the sentences that it is based on.

Options
  --coverage   the sentences of the contract instead: which rules judge each, or why none does
  --json       as JSON, for other programs
  -h, --help   this text`

/** The catalogue on the console. */
export const rulesCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, coverage: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [pattern = ''] = positionals
    if (values.coverage === true) {
      if (pattern !== '') throw new ConfigurationError(['--coverage takes no rule id or pattern'])
      await printCoverage(terminal, values.json === true)
      return exitCodes.conformant
    }
    const selected = headers.filter(({ id, title }) =>
      `${id} ${title}`.toLowerCase().includes(pattern.toLowerCase()),
    )
    if (selected.length === 0) {
      throw new ConfigurationError([`no rule has "${pattern}" in its id or title`])
    }
    if (values.json === true) {
      terminal.out(JSON.stringify(selected.map(header), null, 2))
      return exitCodes.conformant
    }
    for (const rule of selected) {
      terminal.out(`${rule.id}  ${rule.level.padEnd(6)}  ${rule.basis.padEnd(10)}  ${rule.title}`)
      if (selected.length === 1) for (const line of citationLines(rule)) terminal.out(line)
    }
    if (selected.length > 1) terminal.out(`${selected.length} rules`)
    return exitCodes.conformant
  },
}

const headers: readonly RuleHeader[] = rules

const printCoverage = async (terminal: Terminal, isJson: boolean): Promise<void> => {
  const { countSentences, readRegister, sentencesByRule, sentencesOf } = await import(
    '../../coverage/register.ts'
  )
  const register = readRegister()
  const ids = headers.map(({ id }) => id)
  if (!isJson) {
    const { coverageLines } = await import('../../coverage/coverage-text.ts')
    for (const line of coverageLines(register, ids)) terminal.out(line)
    return
  }
  const named = sentencesByRule(register)
  const coverage = {
    ruleSet: ruleSetVersion,
    counts: countSentences(sentencesOf(register)),
    rulesWithoutSentence: ids.filter((id) => !named.has(id)),
    sources: register,
  }
  terminal.out(JSON.stringify(coverage, null, 2))
}

const header = (rule: RuleHeader) => ({
  id: rule.id,
  title: rule.title,
  level: rule.level,
  basis: rule.basis,
  since: rule.since,
  citations: citationsOf(rule),
})

const citationLines = (rule: RuleHeader): readonly string[] =>
  citationsOf(rule).flatMap(({ source, url, section, quote }) => [
    `  ${source}, ${section}: ${url}`,
    ...(quote === undefined ? [] : [`    "${quote}"`]),
  ])
