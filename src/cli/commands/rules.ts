import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { rules } from '../../rules/index.ts'
import type { RuleHeader } from '../../rules/rule.ts'
import { ruleSetVersion, sinceVersion } from '../../rules/rule-set.ts'
import type { Command, Terminal } from '../command.ts'

const help = `Usage: npm run krr -- rules [<rule id or pattern>] [--json]
       npm run krr -- rules --coverage [--json]

Lists the rules that are judged, with level and basis; of a single rule the sentences it stands on as well.

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
  const { register } = await import('../../coverage/register.ts')
  const ids = headers.map(({ id }) => id)
  if (!isJson) {
    const { coverageLines } = await import('../../coverage/coverage-text.ts')
    for (const line of coverageLines(register, ids)) terminal.out(line)
    return
  }
  const { countSentences, sentencesByRule, sentencesOf } = await import(
    '../../coverage/coverage.ts'
  )
  const named = sentencesByRule(register)
  const coverage = {
    ruleSet: ruleSetVersion,
    counts: countSentences(sentencesOf(register)),
    rulesWithoutSentence: ids.filter((id) => !named.has(id)),
    sources: register.map(({ source: { name, url, page }, sentences }) => ({
      name,
      url,
      page,
      sentences,
    })),
  }
  terminal.out(JSON.stringify(coverage, null, 2))
}

const header = ({ id, title, level, basis, citations }: RuleHeader) => ({
  id,
  title,
  level,
  basis,
  since: sinceVersion(id),
  citations: citations.map(({ source, section, quote }) => ({
    source: source.name,
    url: source.url,
    section,
    quote,
  })),
})

const citationLines = ({ citations }: RuleHeader): readonly string[] =>
  citations.flatMap(({ source, section, quote }) => [
    `  ${source.name}, ${section}: ${source.url}`,
    ...(quote === undefined ? [] : [`    "${quote}"`]),
  ])
