import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { diff } from '../../../compare/diff.ts'
import { type ComparisonFormat, comparisonWriters } from '../../../compare/writers/index.ts'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { findReport } from '../../../report/find-report.ts'
import type { Command } from '../../command.ts'

const formats = Object.keys(comparisonWriters) as readonly ComparisonFormat[]

const help = `Usage: npm run krr -- report diff A B [options]

Compares two runs, of one environment at two times or of two environments: which rules say something else, which fell
silent, and what the target does differently. Two runs of an unchanged server differ in nothing.

A and B are each the path of a report.json or its folder, an environment (its latest run), NAME~1 (the run before
that), or the id of a run. A alone is the latest run of an environment, compared with the one before.

Options
  --format <form>   ${formats.join(', ')}; text without it
  --out <file>      writes there instead of to the terminal
  -h, --help        this text

Exit codes: 0 nothing differs, 1 something does, 2 usage.`

/** What differs between two runs: `krr report diff`. */
export const diffCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, out: { type: 'string' } },
    })
    const format = formats.find((own) => own === (values.format ?? 'text'))
    if (format === undefined) {
      throw new ConfigurationError([
        `--format must be one of ${formats.join(', ')}, but is "${values.format}"`,
      ])
    }
    const [from, to] = sidesOf(positionals)
    const { reportDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const comparison = diff(
      (await findReport(from, reportDir)).report,
      (await findReport(to, reportDir)).report,
    )
    const written = comparisonWriters[format](comparison)
    if (values.out === undefined) terminal.out(written.trimEnd())
    else await writeFile(values.out, written)
    return comparison.same ? exitCodes.conformant : exitCodes.deviating
  },
}

const sidesOf = (positionals: readonly string[]): readonly [from: string, to: string] => {
  const [from, to] = positionals
  if (from !== undefined && positionals.length === 1) return [`${from}~1`, from]
  if (from !== undefined && to !== undefined && positionals.length === 2) return [from, to]
  throw new ConfigurationError([
    `krr report diff takes two reports, but has ${positionals.length}; --help tells how to name them`,
  ])
}
