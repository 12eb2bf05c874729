import { writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { visibleJson } from '../../../evidence/visible-text.ts'
import { decide } from '../../../gate/decide.ts'
import type { GateInput, Override } from '../../../gate/decision.ts'
import { type WrittenDecision, writeDecision } from '../../../gate/keep/write-decision.ts'
import { loadFlaky, loadKnown } from '../../../gate/known/load-known.ts'
import { decisionLines } from '../../../gate/writers/text.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { openSigner } from '../../../report/seal/signer.ts'
import { paintFor } from '../../../report/terminal-text.ts'
import { readHarnessReport } from '../../../run/environment-report.ts'
import { harnessVersion } from '../../../run/version.ts'
import type { Command, Terminal } from '../../command.ts'
import { decidedIn } from '../../gate/decided-in.ts'
import {
  gatherSide,
  loadPolicy,
  type NamedSide,
  namedSide,
  refuseUnknown,
} from '../../gate/gather.ts'
import { jobVariables } from '../../terminal.ts'

const help = `Usage: npm run krr -- gate --from NAME --to NAME [options]

May a service that works with one environment switch to the other? Answers yes, no or unknown, with every reason and
what would change each, from the latest report of both, gate.policy.yaml, known-deviations.yaml and known-flaky.yaml.
The decision is written to reports/gate/ and kept for good in reports/gate/history/.

  npm run krr -- gate verify     finds a decision that was changed or taken out
  npm run krr -- gate history    who decided what, when, on what evidence
  npm run krr -- gate waive      prints an entry of known-deviations.yaml for what fails now

Options
  --from <name>        the environment that the service works with; NAME=PATH for another report than its latest
  --to <name>          the one it is to switch to
  --run                first runs what is missing, stale or partial
  --policy <file>      instead of gate.policy.yaml; without a file the strict defaults hold
  --json <file>        writes the decision there too, - for the terminal, and then nothing else is printed
  --override           break-glass: exit code 0 whatever the answer, recorded for good; takes both of
  --reason <sentence>    why
  --by <name>            who
  --lang <language>    of the page, in place of KRR_LANG: en, nb
  -h, --help           this text

Exit codes: 0 yes, 1 no, 3 unknown, 2 usage.`

const answers = {
  yes: exitCodes.conformant,
  no: exitCodes.deviating,
  unknown: exitCodes.inconclusive,
} as const

/** Decides: `krr gate --from test --to prod`. */
export const decideCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        run: { type: 'boolean' },
        policy: { type: 'string' },
        json: { type: 'string' },
        override: { type: 'boolean' },
        reason: { type: 'string' },
        by: { type: 'string' },
        lang: { type: 'string' },
      },
    })
    const sides = [namedSide('--from', values.from), namedSide('--to', values.to)] as const
    if (sides[0].environment === sides[1].environment) {
      throw new ConfigurationError([
        `--from and --to must differ, but are both ${sides[0].environment}`,
      ])
    }
    const override = overrideOf(values)
    const { settings } = loadConfiguration({ argv: { env: 'reference', lang: values.lang } })
    const signer = await openSigner(settings.signingJwk)
    const policy = await loadPolicy(values.policy)
    await refuseUnknown(sides, { reportDir: settings.reportDir, policy })
    const ownKeys = settings.signingJwk === undefined ? [] : [signer.thumbprint]
    const surroundings = {
      reportDir: settings.reportDir,
      policy,
      expectedKeys: policy.keys.length > 0 ? policy.keys : ownKeys,
      sides,
    }
    let input = await inputOf(surroundings)
    if (values.run === true && (await runAgain(input, sides, terminal))) {
      input = await inputOf(surroundings)
    }
    const job = decidedIn(jobVariables)
    const made = { ...decide(input), ...(job === undefined ? {} : { decidedIn: job }) }
    const isOverridden = override !== undefined && made.answer !== 'yes'
    const written = await writeDecision(
      isOverridden ? { ...made, override } : made,
      settings,
      signer,
    )
    await tell(written, values.json, terminal)
    return isOverridden ? exitCodes.conformant : answers[made.answer]
  },
}

const inputOf = async ({
  sides: [from, to],
  ...surroundings
}: Parameters<typeof gatherSide>[1] & {
  readonly sides: readonly [NamedSide, NamedSide]
}): Promise<GateInput> => ({
  from: await gatherSide(from, surroundings),
  to: await gatherSide(to, surroundings),
  policy: surroundings.policy,
  known: await loadKnown(process.cwd()),
  flaky: await loadFlaky(process.cwd()),
  matrix: readHarnessReport().matrix,
  harnessVersion,
  now: new Date(),
})

/** What another run would settle. */
const settledByRun: ReadonlySet<string> = new Set([
  'report-missing',
  'report-unreadable',
  'not-sealed',
  'report-partial',
  'report-stale',
  'other-harness',
  'other-rule-set',
  'must-not-judged',
])

const runAgain = async (
  input: GateInput,
  sides: readonly NamedSide[],
  terminal: Terminal,
): Promise<boolean> => {
  const { reasons } = decide(input)
  const names = (['from', 'to'] as const)
    .filter((about, at) => {
      const isLatest = sides[at]?.path === undefined
      return isLatest && reasons.some((own) => own.about === about && settledByRun.has(own.code))
    })
    .map((about) => input[about].environment)
  if (names.length === 0) return false
  const { testCommand } = await import('../test.ts')
  await testCommand.run(['--env', names.join(',')], terminal)
  return true
}

const overrideOf = ({
  override,
  reason,
  by,
}: {
  readonly override?: boolean
  readonly reason?: string
  readonly by?: string
}): Override | undefined => {
  const [why, who] = [reason?.trim() ?? '', by?.trim() ?? '']
  if (override !== true && (why !== '' || who !== '')) {
    throw new ConfigurationError(['--reason and --by go with --override, which is missing'])
  }
  if (override !== true) return undefined
  if (why.length >= 10 && who.length >= 2) return { by: who, reason: why }
  throw new ConfigurationError([
    '--override must come with --reason, a sentence of at least 10 characters, and --by, a name: both are recorded for good',
  ])
}

const tell = async (
  { decision, path, kept, digest }: WrittenDecision,
  json: string | undefined,
  terminal: Terminal,
): Promise<void> => {
  const text = visibleJson(decision, 2)
  if (json === '-') {
    terminal.out(text)
    return
  }
  if (json !== undefined) await writeFile(json, `${text}\n`)
  const look = { columns: terminal.columns, paint: paintFor(process.stdout) }
  for (const line of decisionLines(decision, look)) terminal.out(line)
  terminal.out('')
  terminal.out(`    decision  ${shownPath(path.replace(/json$/, 'html'))}`)
  terminal.out(`    kept      ${shownPath(kept)}`)
  terminal.out(`    digest    ${digest}`)
}

/** Relative to where the user stands, as long as it lies below. */
const shownPath = (path: string): string => {
  const below = relative(process.cwd(), path)
  return below.startsWith('..') ? path : below
}
