import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { type ExitCode, exitCodes } from '../../report/exit-code.ts'
import { onSignals } from '../../run/ending.ts'
import type { Command, Terminal } from '../command.ts'
import type { Found } from '../fuzz/fuzz.ts'
import { progressOn } from '../progress.ts'

const help = `Usage: npm run fuzz -- [options]

Bends valid answers of the person API, of ID-porten and of the published document at random, runs the whole suites on
each target that comes of it, and looks for what must never be found: a rule that errors, a run that breaks, hangs or
takes too much memory, a secret or the person in a report, a language left changed, and a conformant verdict on what
no client could use. What is found is made as small as it will be, and is printed with how to see it again.

Options
  --seconds <n>  how long, 1 to 86400 (default 60); the round that is begun then is ended
  --seed <n>     which targets: the same seed gives the same ones (default: another one each time)
  --targets <n>  so many at most, 1 to 20000 (default 20000): the same ones on a fast machine and on a slow one
  --path <p>     the one target that was printed with this path and --seed
  -h, --help     this text

Exit codes: 0 nothing found, 1 something found, 2 usage.`

/** Looks for what no target may bring about: `npm run fuzz`. */
export const fuzzCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seconds: { type: 'string' },
        seed: { type: 'string' },
        targets: { type: 'string' },
        path: { type: 'string' },
        // The process that makes the trials, which this command starts itself.
        trials: { type: 'boolean' },
      },
    })
    if (values.trials === true) return serve()
    const seconds = wholeNumber('--seconds', values.seconds ?? '60', 1, 86_400)
    const seed =
      values.seed === undefined
        ? Math.floor(Math.random() * 2 ** 31)
        : wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1)
    const targets = wholeNumber('--targets', values.targets ?? '20000', 1, 20_000)
    if (values.path !== undefined && values.seed === undefined)
      throw new ConfigurationError(['--path needs the --seed that it was printed with'])
    if (values.path !== undefined && !/^\d+(:\d+)*$/.test(values.path))
      throw new ConfigurationError([`--path must be like 12:0:3, but is "${values.path}"`])
    return look({ seconds, seed, targets, path: values.path }, terminal)
  },
}

const serve = async (): Promise<ExitCode> => {
  if (process.send === undefined)
    throw new ConfigurationError(['--trials is what npm run fuzz starts itself: leave it out'])
  const { serveTrials } = await import('../fuzz/trial.ts')
  await serveTrials()
  return exitCodes.conformant
}

const look = async (
  options: { seconds: number; seed: number; targets: number; path: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> => {
  const { fuzz } = await import('../fuzz/fuzz.ts').catch((cause: unknown) => {
    const words = 'fuzzing needs fast-check, which is not installed: run npm ci (without --omit)'
    throw new ConfigurationError([words], { cause })
  })
  const interruption = new AbortController()
  const release = onSignals(() => interruption.abort())
  const progress = progressOn(terminal)
  try {
    const { seed } = options
    progress.say(`seed ${seed}`)
    const { signal } = interruption
    const result = await fuzz({ ...options, signal, onProgress: progress.say })
    progress.clear()
    for (const found of result.found) for (const line of foundLines(found)) terminal.out(line)
    const verdicts = Object.entries(result.verdicts).map(([name, count]) => `${count} ${name}`)
    terminal.out(
      `seed ${seed}: ${result.tried} targets in ${Math.round(result.elapsedSeconds)} s, ` +
        `${result.megabytes} MB${verdicts.length === 0 ? '' : ` (${verdicts.join(', ')})`}; ` +
        `${result.found.length === 0 ? 'nothing' : result.found.length} found`,
    )
    return result.found.length === 0 ? exitCodes.conformant : exitCodes.deviating
  } finally {
    release()
  }
}

const foundLines = ({ seed, again, targets, faults }: Found): readonly string[] => [
  ...faults,
  ...targets.map((target) => `  by ${JSON.stringify(target)}`),
  `  see it again: npm run fuzz -- --seed ${seed} ${again.join(' ')}`,
  '',
]

/** @throws ConfigurationError where it is none, or out of bounds */
const wholeNumber = (name: string, text: string, least: number, most: number): number => {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new ConfigurationError([
      `${name} must be a whole number from ${least} to ${most}, but is "${text}"`,
    ])
  return number
}
