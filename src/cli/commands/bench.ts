import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { exitCodes } from '../../report/exit-code.ts'
import type { Command } from '../command.ts'

const help = `Usage: npm run bench -- [options]

Measures the main job beside its floor and with a slow environment, and writes docs/benchmarks.md. Takes about
a minute; the machine should have nothing else to do.

Options
  --rounds <n>   rounds that count (default 5)
  -h, --help     this text`

/** The benchmark: whole processes side by side. */
export const benchCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string' } } })
    const rounds = Number(values.rounds ?? 5)
    if (!Number.isInteger(rounds) || rounds < 1 || rounds > 50) {
      throw new ConfigurationError([`--rounds must be 1 to 50, but is "${values.rounds}"`])
    }
    const { runBench } = await import('../../bench/run.ts')
    const table = await runBench({ rounds, onProgress: (line) => terminal.err(line) })
    for (const line of table) terminal.out(line)
    return exitCodes.conformant
  },
}
