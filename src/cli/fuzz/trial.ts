import { readFileSync } from 'node:fs'
import { type Experiment, onReference } from '../../defects/experiment.ts'
import { runMatrix } from '../../defects/matrix.ts'
import { plainRow } from '../../defects/row.ts'
import { createPeople } from '../../reference/people.ts'
import type { ConformanceReport, RegisterReport } from '../../report/model.ts'
import { personalValues, secretsOnTheWire } from '../canaries/canaries.ts'
import { canarySearch } from '../canaries/canary-search.ts'
import { type Overheard, wiretap } from '../canaries/wiretap.ts'
import { injectionsOf, type Target } from './bends.ts'
import { type Unusable, watched } from './usable.ts'

/** What the process that runs trials says of one round of them. */
export interface Round {
  /** Of each target, what must never be found, in words; empty where nothing was. */
  readonly faults: readonly (readonly string[])[]
  /** The most memory that the process had so far. */
  readonly megabytes: number
  /** The verdicts, to see what the trials come to. */
  readonly verdicts: readonly string[]
}

/** Runs the whole suites on each target, all beside each other in this process. */
const tryAll = async (targets: readonly Target[]): Promise<Round> => {
  const wire = wiretap()
  const faults = targets.map((): string[] => [])
  const verdicts = targets.map(() => 'no report')
  try {
    const trials = targets.map((target, at) => trialOf(target, at))
    await runMatrix({
      experiments: trials.map(({ experiment }) => experiment),
      onRow(row, report) {
        const at = trials.findIndex(({ experiment }) => experiment.id === row.id)
        const unusable = trials[at]?.unusable ?? new Set()
        verdicts[at] = report.verdict
        faults[at]?.push(...faultsOf(report, unusable), ...leaksOf(report, wire.overheard))
      },
    })
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    for (const own of faults) own.push(`the run broke: ${what}`)
  } finally {
    wire.stop()
  }
  return { faults, verdicts, megabytes: peakMegabytes() }
}

const trialOf = (target: Target, at: number): { experiment: Experiment; unusable: Unusable } => {
  const unusable: Unusable = new Set()
  const header = { id: `target-${at}`, kind: 'defect', group: 'fuzz', title: '' } as const
  return {
    unusable,
    experiment: {
      ...header,
      proves: [],
      rounds: [onReference(() => watched(injectionsOf(target), unusable))],
      judge: (report) => ({ ...plainRow(header, report), outcome: 'detected' }),
    },
  }
}

/** What a report must never say, whatever the target sent. */
export const faultsOf = (
  { rules, verdict, register, trouble }: ConformanceReport,
  unusable: ReadonlySet<string>,
): readonly string[] => [
  ...rules
    .filter((rule) => rule.verdict === 'errored')
    .map(({ id, reason }) => `${id} errored: ${reason}`),
  // All of it was selected: it was ended before its time, by a limit or for a thread that did not answer.
  ...(verdict === 'partial' ? [`the run did not come to its end: ${trouble[0]}`] : []),
  ...(isLeftChanged(register) ? ['the language is left changed'] : []),
  ...(verdict === 'conformant' && unusable.size > 0
    ? [`conformant, and no client could use what came: ${[...unusable].join('; ')}`]
    : []),
]

/**
 * Another language was read than the one found. What a write changed beside it for good is no fault of the harness, nor
 * that a person cannot be read any more: then the journal is kept.
 */
const isLeftChanged = ({ restored, found, left }: RegisterReport): boolean =>
  restored === false && left !== undefined && found !== left

/** The people are the same in every reference environment; certificates and secrets come from the wire. */
const people = personalValues({ people: createPeople(Date.now(), 'none') } as never)

/** Where a report holds a person or a secret of those that went over the wire of its environment. */
export const leaksOf = (
  report: ConformanceReport,
  overheard: readonly Overheard[],
): readonly string[] => {
  const known = [...people].filter(([value]) => value !== 'none')
  const own = takeOverheard(overheard, report)
  const search = canarySearch(new Map([...secretsOnTheWire(own), ...known]))
  return search(JSON.stringify(report)).map((sighting) => `the report holds ${sighting}`)
}

/** What went over the wire of one environment, and is kept no longer. */
const takeOverheard = (
  all: readonly Overheard[],
  { target }: ConformanceReport,
): readonly Overheard[] => {
  const ports = [target.apiUrl, target.issuer].map((url) => Number(new URL(url).port))
  return all.filter(({ port }) => ports.includes(port))
}

/** As the system counts it; where it does not, what the process has now. */
const peakMegabytes = (): number => {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (peak !== undefined) return Math.round(Number(peak) / 1_000)
  } catch {
    // Another system than Linux.
  }
  return Math.round(process.memoryUsage().rss / 1e6)
}

/** Does what the process that started this one asks for, round by round, until that one ends. */
export const serveTrials = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('disconnect', resolve)
    process.on('message', (targets: readonly Target[]) => {
      tryAll(targets).then(
        (round) => process.send?.(round),
        () => process.exit(1),
      )
    })
    process.send?.('ready')
  })
