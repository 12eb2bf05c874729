import { setTimeout as wait } from 'node:timers/promises'
import { thisHost } from '../browser/host.ts'
import { type Receiver, receivers } from '../config/address.ts'
import { ConfigurationError } from '../config/configuration-error.ts'
import { diskAt } from '../config/disk.ts'
import type { LoadedConfiguration } from '../config/load.ts'
import { loadKnown } from '../gate/known/load-known.ts'
import type { LoginThread } from '../login/thread/begin-thread.ts'
import { type ExitCode, exitCodes } from '../report/exit-code.ts'
import { checkWritable } from '../report/write.ts'
import { rules } from '../rules/index.ts'
import { concludeRun, unusableLines } from '../run/conclude.ts'
import { startConformanceRun } from '../run/conformance-run.ts'
import type { Suites } from '../run/run-suites.ts'
import { startEnvironments } from '../run/start-environments.ts'
import { createStartOrder } from '../run/start-order.ts'
import { harnessVersion } from '../run/version.ts'
import type { Terminal } from './command.ts'
import { notify } from './notify.ts'
import { operatorAt } from './operator.ts'
import { openEventStream, progressOn } from './progress.ts'
import { formatsNamed } from './report-formats.ts'
import { tellGithub } from './terminal.ts'

export interface JudgeOptions {
  /** `-t`: which rules; without it all of them. */
  readonly pattern: string | undefined
  /** `--format`: further forms of each report. */
  readonly format: string | undefined
  /** `--events`: the file that hears what happens. */
  readonly events: string | undefined
  readonly verbose: boolean
  /** `--notify`: who is told, in place of KRR_NOTIFY. */
  readonly notify: string | undefined
  /** Logs in by forms; without it the main thread does. */
  readonly logins: LoginThread | undefined
}

/**
 * Judges the environments, tells what it finds and writes the reports.
 * @throws ConfigurationError where an option or a file it names cannot be used; nothing has been asked by then
 */
export const judgeEnvironments = async (
  configuration: LoadedConfiguration,
  options: JudgeOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const pattern = checkedPattern(options.pattern)
  const formats = options.format === undefined ? [] : formatsNamed(options.format)
  const told = receiversNamed(options.notify) ?? configuration.settings.receivers
  if (configuration.environments.every(({ kind }) => kind === 'unusable')) {
    for (const line of unusableLines(configuration)) terminal.err(line)
    return exitCodes.usage
  }
  // What is wrong with a file is told before the first request, not after the last one.
  const { reportDir, stateDir } = configuration.settings
  const mayWrite = configuration.environments.some(
    (one) => one.kind === 'embedded' || (one.kind === 'ready' && one.environment.allowWrite),
  )
  await Promise.all([
    checkWritable(reportDir),
    // Without a journal nothing is written.
    ...(mayWrite ? [checkWritable(stateDir, 'KRR_STATE_DIR')] : []),
    loadKnown(process.cwd()),
  ])
  const { events, verbose, logins } = options
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
      logins,
      operator,
      takesKeptLogin: true,
    }),
    operator,
    onProgress: progress.say,
  })
  let suites: Suites | undefined
  let closing: Promise<unknown> | undefined
  const close = () => {
    closing ??= Promise.all([suites?.close(), run.close()])
    return closing
  }
  try {
    // The test runner's own 300 ms of imports, while the environments start.
    const { openSuites } = await import('../run/run-suites.ts')
    suites = await openSuites({
      pattern,
      threads:
        logins === undefined
          ? []
          : [{ name: 'the thread that logs in', beats: () => logins.beats }],
      onSuite: progress.suiteOver,
      onJudged: progress.judged,
      ...(stream === undefined ? {} : { onObservation: stream.judged }),
    })
    progress.begin()
    const end = await suites.run(run)
    progress.clear()
    // Browsers, servers and threads end while the reports are written.
    close().catch(() => {})
    return await concludeRun(
      end,
      configuration,
      { ...terminal, verbose },
      {
        screenshots: run.screenshots,
        formats,
        onWritten: async (report) => {
          await stream?.finished(report)
          const { settings } = configuration
          await tellGithub(report, { ...terminal, language: settings.language })
          const { variables } = thisHost()
          await notify(report, { receivers: told, settings, variables, onTrouble: terminal.err })
        },
      },
    )
  } finally {
    order.beginRunner()
    progress.clear()
    // What does not close is taken along by the end of the process.
    await Promise.race([
      close(),
      wait(run.ending === undefined ? 5_000 : 500, undefined, { ref: false }),
    ])
  }
}

const receiversNamed = (text: string | undefined): readonly Receiver[] | undefined => {
  if (text === undefined) return undefined
  const named = receivers.parse(text.trim(), diskAt(process.cwd()))
  if (named.ok) return named.value
  throw new ConfigurationError([`--notify must be ${receivers.accepts}`])
}

/** A pattern that no rule matches would make a run that judges nothing, and an empty one selects nothing by itself. */
const checkedPattern = (pattern: string | undefined): string | undefined => {
  if (pattern === undefined) return undefined
  if (pattern.trim() === '')
    throw new ConfigurationError([
      '-t must be a rule id or a pattern, but is empty (a variable that is not set?); leave it out to judge all rules',
    ])
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
