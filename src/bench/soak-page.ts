import { cpus } from 'node:os'
import { median } from './measure.ts'

/** What came of one run of a soak. */
export interface SoakRun {
  readonly verdict: string
  readonly durationMs: number
  /** Requests that failed at first and then had their answer. */
  readonly flakes: number
  readonly isRestored: boolean
  /** The rules that a conforming environment must not have, in words. */
  readonly unsettled: readonly string[]
}

export interface SoakFigures {
  readonly runs: readonly SoakRun[]
  /** What went over the rough network: requests and handshakes, and how many of them were reset. */
  readonly asked: number
  readonly resets: number
}

/** The figures as a section of docs/benchmarks.md. */
export const soakSection = ({ runs, asked, resets }: SoakFigures): string => {
  const seconds = runs.map(({ durationMs }) => durationMs / 1_000)
  const flakes = runs.reduce((sum, run) => sum + run.flakes, 0)
  return [
    '## Soak',
    '',
    'Written by `npm run bench -- --soak N`: full runs of the main job, one after the other in one process, against one',
    'reference environment over a network that is 5 to 80 ms late with each answer and resets the connection at 1 % of',
    'all requests and handshakes, the login’s among them. Logins are headless. Every verdict must be conformant.',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} cores, beside other work.`,
    '',
    `- Runs: ${runs.length}. Verdicts: ${counted(runs)}.`,
    ...runs.flatMap(({ verdict, durationMs, unsettled }, index) =>
      verdict === 'conformant'
        ? []
        : [
            `- Run ${index + 1}, ${(durationMs / 1_000).toFixed(1)} s: ${verdict}; ${unsettled[0]}.`,
          ],
    ),
    `- Connections reset: ${resets} of ${asked} requests and handshakes (${((100 * resets) / asked).toFixed(2)} %); ${flakes} recorded requests recovered from one.`,
    `- The language was left as it was found in ${runs.filter(({ isRestored }) => isRestored).length} of them.`,
    `- A run took ${median(seconds).toFixed(1)} s in the median, ${Math.max(...seconds).toFixed(1)} s at most.`,
    '',
  ].join('\n')
}

const counted = (runs: readonly SoakRun[]): string => {
  const counts = new Map<string, number>()
  for (const { verdict } of runs) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
}
