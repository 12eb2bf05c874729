import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { type LoadedConfiguration, loadConfiguration } from '../../config/load.ts'
import { visibleLine } from '../../evidence/visible-text.ts'
import { type ExitCode, exitCodes, worstExitCode } from '../../report/exit-code.ts'
import { findFinding, type ReportedPlace } from '../../report/find-finding.ts'
import { paintFor } from '../../report/terminal-text.ts'
import { writeReport } from '../../report/write.ts'
import { type AskedFinding, parseFindingName } from '../../rules/finding-name.ts'
import { rules } from '../../rules/index.ts'
import type { RuleHeader } from '../../rules/rule.ts'
import { unusableEnvironments } from '../../run/conclude.ts'
import { failureLines } from '../../run/environment-report.ts'
import { type ReplayOutcome, replayOutcome } from '../../run/replay-outcome.ts'
import type { Command, Terminal } from '../command.ts'
import { operatorAt } from '../operator.ts'
import { progressOn } from '../progress.ts'
import { type ReplayEnd, replayFinding, replayLines } from '../replay/lines.ts'

const help = `Usage: npm run krr -- replay <finding> [options]

Judges one finding of a report again, and sends only the requests that this takes. A finding is named by its rule and five
letters for the place, KRR-JWS-003.kwzmt, in every report of every environment alike. A rule's id will do where it
found something in one place only.

Says FIXED (judged there, and nothing found), STILL DEVIATING (with what was received then and now), or CANNOT TELL
(with the reason). A finding on writing is replayed by writing, under the journal; it says so.

Options
  --env <name>                    another environment than the one of the report, or the one to ask where no report
                                  here has the finding
  --report <path>                 a report.json, its folder, an environment or a run id (default: the latest reports)
  --no-write                      sends no unsafe method: what needs one is CANNOT TELL
  --confirm-national-register     with KRR_<NAME>_ALLOW_WRITE=true: allows writing to production
  --verbose                       lists each exchange
  --out <folder>                  keeps the report of the replay there; without it nothing is written
  -h, --help                      this text

Exit codes: 0 fixed, 1 still deviating, 2 usage or configuration, 3 cannot tell, 4 the harness broke,
5 the register could not be put back.`

/** One finding anew: is it still so? */
export const replayCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        env: { type: 'string' },
        report: { type: 'string' },
        'no-write': { type: 'boolean' },
        'confirm-national-register': { type: 'boolean' },
        verbose: { type: 'boolean' },
        out: { type: 'string' },
      },
      allowPositionals: true,
    })
    const asked = askedFinding(positionals)
    const { env, report } = values
    const { reportDir } = loadConfiguration({ argv: { env: env ?? 'reference' } }).settings
    const then = await findFinding(asked, { reportDir, report, env })
    const environment = env ?? then?.report.target.environment
    const name = then?.name ?? asked.name
    if (environment === undefined || name === undefined) {
      throw new ConfigurationError([
        `no latest report in ${reportDir} has ${name ?? asked.ruleId}: name the environment to ask as --env NAME, or a report as --report PATH`,
      ])
    }
    const configuration = loadConfiguration({
      argv: {
        env: environment,
        noWrite: values['no-write'],
        confirmNationalRegister: values['confirm-national-register'],
      },
    })
    if (configuration.environments.length !== 1)
      throw new ConfigurationError(['krr replay takes one environment: give it as --env NAME'])
    for (const line of configuration.warnings) terminal.err(`warning: ${line}`)
    const [unusable, ...further] = unusableEnvironments(configuration)
    if (unusable !== undefined) throw new ConfigurationError([unusable, ...further])
    const rule: RuleHeader | undefined = rules.find(({ id }) => id === asked.ruleId)
    const isOnWholeRun = rule?.onWholeRun === true
    if (isOnWholeRun)
      terminal.err(`${name} is judged on all that a full run asks for: all of it is asked again.`)
    const isWritten = isOnWholeRun ? mayWrite(configuration) : writes(asked, then)
    if (isWritten && values['no-write'] !== true)
      terminal.err(`${name} is replayed by writing: the language is put back as it was found.`)
    const progress = progressOn(terminal)
    const operator = operatorAt(terminal, progress.clear)
    const end = await replayFinding(configuration, name, progress, operator)
    const outcome = outcomeOf(end)
    const title = rule?.title ?? ''
    const shown = { name, title, environment, outcome, earlier: then, now: end.report }
    const look = { columns: terminal.columns, paint: paintFor(process.stdout) }
    for (const line of replayLines(shown, look)) terminal.out(line)
    if (values.verbose === true) tellExchanges(end, terminal)
    if (values.out !== undefined && end.report !== undefined) {
      const { directory } = await writeReport(end.report, values.out)
      terminal.out(`  report      ${directory}`)
    }
    for (const line of end.failures.flatMap(failureLines)) terminal.err(line)
    return exitCodeOf(outcome, end)
  },
}

const askedFinding = ([text, ...others]: readonly string[]): AskedFinding => {
  const asked = text === undefined || others.length > 0 ? undefined : parseFindingName(text)
  if (asked === undefined) {
    throw new ConfigurationError([
      `krr replay takes one finding, KRR-JWS-003.kwzmt as a report names it, but has ${text === undefined ? 'none' : `"${[text, ...others].join(' ')}"`}`,
    ])
  }
  if (!rules.some(({ id }) => id === asked.ruleId)) {
    throw new ConfigurationError([
      `${asked.ruleId} must be a rule, but is none; npm run krr -- rules lists them`,
    ])
  }
  return asked
}

const mayWrite = ({ environments: [one] }: LoadedConfiguration): boolean =>
  one?.kind === 'embedded' || (one?.kind === 'ready' && one.environment.allowWrite)

/** By what it rested on then; where that is not known, by its area. */
const writes = ({ ruleId }: AskedFinding, then: ReportedPlace | undefined): boolean => {
  if (then === undefined || then.observation.evidence.length === 0)
    return ruleId.startsWith('KRR-PATCH-')
  const { observation, report } = then
  return report.exchanges.some(
    ({ id, request }) =>
      observation.evidence.includes(id) && !safeMethods.has(request.method.toUpperCase()),
  )
}

/** RFC 9110, 9.2.1. */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

const outcomeOf = ({ report, failures, broken, isInterrupted }: ReplayEnd): ReplayOutcome => {
  const [problem = 'the environment has no report'] = failures.flatMap(failureLines)
  if (broken !== undefined) return { kind: 'broken', reason: broken }
  if (report === undefined) return { kind: 'cannot tell', reason: problem }
  const outcome = replayOutcome(report)
  return isInterrupted && outcome.kind !== 'still deviating'
    ? { kind: 'cannot tell', reason: 'the replay was interrupted' }
    : outcome
}

const exitCodeOf = ({ kind }: ReplayOutcome, { report, failures }: ReplayEnd): ExitCode =>
  worstExitCode([
    codes[kind],
    ...(report?.register.restored === false ? [exitCodes.notRestored] : []),
    ...failures.map(({ exitCode }) => exitCode),
  ])

const codes = {
  fixed: exitCodes.conformant,
  'still deviating': exitCodes.deviating,
  'cannot tell': exitCodes.inconclusive,
  broken: exitCodes.broken,
} as const satisfies Record<ReplayOutcome['kind'], ExitCode>

const tellExchanges = ({ report }: ReplayEnd, terminal: Terminal): void => {
  for (const { id, label, response } of report?.exchanges ?? [])
    terminal.out(`  ${id.padEnd(12)}${visibleLine(label)}: ${response.status}`)
}
