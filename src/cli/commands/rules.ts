import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { rules } from '../../rules/index.ts'
import type { RuleHeader } from '../../rules/rule.ts'
import type { Command } from '../command.ts'

const help = `Usage: npm run krr -- rules [<rule id or pattern>] [--json]

Lists the rules that are judged, with level and basis; of a single rule the sentences it stands on as well.

Options
  --json       as JSON, for other programs
  -h, --help   this text`

/** The catalogue on the console. */
export const rulesCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [pattern = ''] = positionals
    const selected = (rules as readonly RuleHeader[]).filter(({ id, title }) =>
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

const header = ({ id, title, level, basis, citations }: RuleHeader) => ({
  id,
  title,
  level,
  basis,
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
