import { ConfigurationError } from '../config/configuration-error.ts'
import { isCheckout } from '../contract/project-folder.ts'
import { type ExitCode, exitCodes } from '../report/exit-code.ts'
import { showLife, tellSupervisor } from '../run/supervised.ts'
import { brokenBy, uncaughtIn } from '../run/uncaught.ts'
import type { Terminal } from './command.ts'
import { commands } from './commands/index.ts'
import { processTerminal } from './terminal.ts'

const commandsHere = () =>
  isCheckout() ? commands : commands.filter(({ needsCheckout }) => needsCheckout !== true)

const overview = (): string =>
  [
    'Usage: npm run krr -- <command> [options]',
    '',
    'Judges whether an environment of the KRR user API keeps its published contract.',
    '',
    'Commands',
    ...commandsHere().map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
    '',
    'npm run krr -- <command> --help tells the options of one command.',
    'npm test is npm run krr -- test.',
  ].join('\n')

const dispatch = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview())
    return name === undefined ? exitCodes.usage : exitCodes.conformant
  }
  const listed = commandsHere().find((candidate) => candidate.name === name)
  if (listed === undefined) {
    const names = commandsHere()
      .map((known) => known.name)
      .join(', ')
    throw new ConfigurationError([`krr has no command "${name}"; it has ${names}`])
  }
  const command = await listed.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out((await command.helpOf?.(rest)) ?? command.help)
    return exitCodes.conformant
  }
  return command.run(rest, terminal)
}

/** A wrong option is the user's, not ours: node names it, we say where the right ones are listed. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

const failure = (error: unknown, [name = '']: readonly string[], terminal: Terminal): ExitCode => {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) terminal.err(problem)
    return exitCodes.usage
  }
  if (isUsageError(error)) {
    terminal.err(`${error.message}; npm run krr -- ${name} --help lists the options`)
    return exitCodes.usage
  }
  terminal.err([`The harness broke: ${brokenBy(error)}`, ...framesOf(error)].join('\n'))
  return exitCodes.broken
}

/** The way to where it was thrown, without its words. */
const framesOf = (error: unknown): readonly string[] =>
  error instanceof Error ? ((error.stack ?? '').match(/^ +at .+$/gm) ?? []).slice(1) : []

showLife()
const args = process.argv.slice(2)
const terminal = processTerminal()
// Node's own exit code for it is that of a deviation.
process.on('uncaughtException', (error) => {
  terminal.err(`The harness broke: ${uncaughtIn(error)}`)
  process.exit(exitCodes.broken)
})
const exitCode = await dispatch(args, terminal).catch((error: unknown) =>
  failure(error, args, terminal),
)
process.exitCode = exitCode
tellSupervisor({ kind: 'over', exitCode })
