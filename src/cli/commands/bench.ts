import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { type ExitCode, exitCodes } from '../../report/exit-code.ts'
import type { Command, Terminal } from '../command.ts'

const help = `Usage: npm run bench -- [options]

Measures the main job beside its floor and with a slow environment, and writes docs/benchmarks.md. Takes about
a minute; the machine should have nothing else to do.

Options
  --rounds <n>    rounds that count (default 5)
  --side-by-side  instead: two environments in one call beside each of them alone
  --several-hosts instead: the main job where the login has several hosts beside one where it has one, in pairs
  --soak <n>      instead: so many runs in a row over a rough network, which must all be conformant
  --baseline <id> instead: how many defects of the matrix a suite of a hundred lines sees; with an id those that have it,
                  with "" all that a running sandbox can show
  -h, --help      this text`

/** The benchmark: whole processes side by side. */
export const benchCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rounds: { type: 'string' },
        'side-by-side': { type: 'boolean' },
        'several-hosts': { type: 'boolean' },
        soak: { type: 'string' },
        baseline: { type: 'string' },
      },
    })
    if (values.soak !== undefined) return soak(Number(values.soak), terminal)
    if (values.baseline !== undefined) return baseline(values.baseline, terminal)
    const rounds = Number(values.rounds ?? 5)
    if (!Number.isInteger(rounds) || rounds < 1 || rounds > 50) {
      throw new ConfigurationError([`--rounds must be 1 to 50, but is "${values.rounds}"`])
    }
    const options = { rounds, onProgress: (line: string) => terminal.err(line) }
    const table = await measured(values, options)
    for (const line of table) terminal.out(line)
    return exitCodes.conformant
  },
}

const measured = async (
  which: { readonly 'side-by-side'?: boolean; readonly 'several-hosts'?: boolean },
  options: { readonly rounds: number; readonly onProgress: (line: string) => void },
): Promise<readonly string[]> => {
  if (which['side-by-side'] === true)
    return (await import('../../bench/side-by-side.ts')).runSideBySide(options)
  if (which['several-hosts'] === true)
    return (await import('../../bench/several-hosts.ts')).runSeveralHosts(options)
  return (await import('../../bench/run.ts')).runBench(options)
}

const soak = async (runs: number, terminal: Terminal): Promise<ExitCode> => {
  if (!Number.isInteger(runs) || runs < 1 || runs > 10_000)
    throw new ConfigurationError(['--soak must be 1 to 10000'])
  const { runSoak } = await import('../../bench/soak.ts')
  const figures = await runSoak({ runs, onProgress: (line) => terminal.err(line) })
  const flipped = figures.runs.filter(({ verdict }) => verdict !== 'conformant')
  terminal.out(
    `${figures.runs.length - flipped.length} of ${figures.runs.length} runs were conformant`,
  )
  return flipped.length === 0 ? exitCodes.conformant : exitCodes.deviating
}

/** What the harness is compared with: a suite that anybody writes in an afternoon (src/bench/baseline.ts). */
const baseline = async (pattern: string, terminal: Terminal): Promise<ExitCode> => {
  const { compareBaseline } = await import('../sandbox/compare.ts')
  const figures = await compareBaseline(pattern, (line) => terminal.err(line))
  const { caught, defects, falseAlarms, leftOut, variants } = figures
  terminal.out(`caught ${caught.length} of ${defects} defects`)
  terminal.out(`false alarms on ${falseAlarms.length} of ${variants} conforming variants`)
  for (const id of falseAlarms) terminal.out(`  ${id}`)
  terminal.out(`${leftOut} can be had from the start of a sandbox alone and were not tried`)
  return exitCodes.conformant
}
