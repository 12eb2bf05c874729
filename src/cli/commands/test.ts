import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { loadConfiguration } from '../../config/load.ts'
import { loadKnown } from '../../gate/known/load-known.ts'
import { type ExitCode, exitCodes } from '../../report/exit-code.ts'
import { checkWritable } from '../../report/write.ts'
import type { FormatName } from '../../report/writers/index.ts'
import { rules } from '../../rules/index.ts'
import { concludeRun, unusableEnvironments } from '../../run/conclude.ts'
import { startConformanceRun } from '../../run/conformance-run.ts'
import { startEnvironments } from '../../run/start-environments.ts'
import { createStartOrder } from '../../run/start-order.ts'
import { harnessVersion } from '../../run/version.ts'
import type { Command, Terminal } from '../command.ts'
import { openEventStream } from '../event-stream.ts'
import { tellGithub } from '../github.ts'
import { operatorAt } from '../operator.ts'
import { progressOn } from '../progress.ts'
import { formatsNamed } from '../report-formats.ts'

const help = `Usage: npm test -- [options]      (or: npm run krr -- test [options])

Judges the environments in KRR_ENV (the embedded reference environment by default) by the published contract,
and writes a report for each to reports/<environment>/.

Options
  --env <names>                   environments, comma-separated, in place of KRR_ENV
  -t <rule id or pattern>         only these rules; a partial run, which no gate accepts
  --verbose                       tells the verdict of every rule, not of those alone that failed
  --no-write                      leaves every unsafe method out
  --format <forms>                further forms of each report: sarif, ndjson, in-toto
  --events <file>                 writes what happens to a file while it happens, a line of JSON each
  --confirm-national-register     with KRR_<NAME>_ALLOW_WRITE=true: allows writing to production
  -h, --help                      this text

Exit codes: 0 conformant, 1 deviating, 2 usage or configuration, 3 inconclusive, 4 the harness broke,
5 the register could not be put back.`

/** The conformance run: `npm test`. */
export const testCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        env: { type: 'string' },
        testNamePattern: { type: 'string', short: 't' },
        'no-write': { type: 'boolean' },
        format: { type: 'string' },
        events: { type: 'string' },
        verbose: { type: 'boolean' },
        'confirm-national-register': { type: 'boolean' },
      },
    })
    const pattern = checkedPattern(values.testNamePattern)
    const formats = values.format === undefined ? [] : formatsNamed(values.format)
    const configuration = loadConfiguration({
      argv: {
        env: values.env,
        noWrite: values['no-write'],
        confirmNationalRegister: values['confirm-national-register'],
      },
    })
    for (const line of configuration.warnings) terminal.err(`warning: ${line}`)
    if (configuration.environments.every(({ kind }) => kind === 'unusable')) {
      for (const line of unusableEnvironments(configuration)) terminal.err(line)
      return exitCodes.usage
    }
    // What is wrong with the file is told before the first request, not after the last one.
    await Promise.all([checkWritable(configuration.settings.reportDir), loadKnown(process.cwd())])
    return conformanceRun(
      configuration,
      { pattern, formats, events: values.events, verbose: values.verbose === true },
      terminal,
    )
  },
}

interface RunOptions {
  readonly pattern: string | undefined
  readonly formats: readonly FormatName[]
  readonly events: string | undefined
  readonly verbose: boolean
}

const conformanceRun = async (
  configuration: ReturnType<typeof loadConfiguration>,
  { pattern, formats, events, verbose }: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const progress = progressOn(terminal, verbose)
  const operator = operatorAt(terminal, progress.clear)
  const names = configuration.environments.map((environment) =>
    environment.kind === 'ready' ? environment.environment.name : environment.name,
  )
  const stream = events === undefined ? undefined : openEventStream(events, names)
  progress.say(`krr-conformance ${harnessVersion} judges ${names.join(', ')}`)
  const order = createStartOrder()
  process.once('worker', order.beginRunner)
  const run = startConformanceRun({
    settings: configuration.settings,
    isFull: pattern === undefined,
    starting: startEnvironments(configuration, {
      onProgress: progress.say,
      order,
      operator,
      takesKeptLogin: true,
    }),
    operator,
    onProgress: progress.say,
    onTargetsAsked: order.beginThread,
  })
  try {
    // The test runner's own 300 ms of imports, while the environments start.
    const { openSuites } = await import('../../run/run-suites.ts')
    const suites = await openSuites({
      pattern,
      onSuite: progress.suiteOver,
      onJudged: progress.judged,
      ...(stream === undefined ? {} : { onObservation: stream.judged }),
    })
    progress.begin()
    const end = await suites.run(run).finally(() => suites.close())
    progress.clear()
    return await concludeRun(
      end,
      configuration,
      { ...terminal, verbose },
      {
        screenshots: run.screenshots,
        formats,
        onWritten: async (report) => {
          await stream?.finished(report)
          await tellGithub(report, terminal)
        },
      },
    )
  } finally {
    order.beginRunner()
    order.beginThread()
    progress.clear()
    await run.close()
  }
}

/** A pattern that no rule matches would make a run that judges nothing. */
const checkedPattern = (pattern: string | undefined): string | undefined => {
  if (pattern === undefined) return undefined
  const matches = asRegExp(pattern)
  if (rules.some(({ id, title }) => matches.test(`${id} ${title}`))) return pattern
  throw new ConfigurationError([
    `-t must match a rule, but "${pattern}" matches none; npm run krr -- rules lists them`,
  ])
}

const asRegExp = (pattern: string): RegExp => {
  try {
    return new RegExp(pattern)
  } catch (cause) {
    throw new ConfigurationError(
      [`-t must be a rule id or a regular expression, but "${pattern}" is neither`],
      { cause },
    )
  }
}
