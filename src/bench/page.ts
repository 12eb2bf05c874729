import { cpus, totalmem } from 'node:os'
import { type Measurement, median } from './measure.ts'

/** What the main job itself reports. */
export interface MainJobFigures {
  readonly requests: number
  readonly logins: number
  readonly judgements: number
}

/** Names of the measured jobs, as the table has them. */
export const jobNames = {
  main: 'main job',
  emptyVitest: 'floor: empty vitest run',
  bareLogin: 'floor: bare script, browser and one login',
  latency50: 'main job, 50 ms added to every response',
  latency100: 'main job, 100 ms added to every response',
} as const

const seconds = (ms: number): string => (ms / 1000).toFixed(2)

/** The table of a benchmark, for the console and for docs/benchmarks.md alike. */
export const benchmarkTable = (
  results: ReadonlyMap<string, readonly Measurement[]>,
  figures: MainJobFigures,
): readonly string[] => {
  const wall = (name: string) => median((results.get(name) ?? []).map(({ wallMs }) => wallMs))
  const floor = wall(jobNames.emptyVitest) + wall(jobNames.bareLogin)
  const peak = median((results.get(jobNames.main) ?? []).map(({ peakMb }) => peakMb))
  return [
    '| | median | min | max |',
    '|-|-|-|-|',
    ...[...results].map(([name, measurements]) => {
      const walls = measurements.map(({ wallMs }) => wallMs)
      return `| ${name} | ${seconds(median(walls))} s | ${seconds(Math.min(...walls))} s | ${seconds(Math.max(...walls))} s |`
    }),
    '',
    `- Main job to its floor: ${(wall(jobNames.main) / floor).toFixed(2)} (floor ${seconds(floor)} s).`,
    `- Requests recorded: ${figures.requests}; form logins: ${figures.logins}; judgements: ${figures.judgements}.`,
    `- Peak memory of the harness besides the browser: ${Math.round(peak)} MB.`,
  ]
}

/** docs/benchmarks.md: the table with how it was measured. */
export const benchmarkPage = (table: readonly string[], rounds: number): string =>
  [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Whole processes, measured from outside, in turn (A B C A B C), one warm-up round that is',
    `not counted, then ${rounds}. The main job is \`npm test\` without npm: it starts the reference environment, launches`,
    'the browser, logs in the main test user and seven people in special states, judges, and writes all reports. The rows',
    'with added latency run against a sandbox that delays every response of both servers. The floor does a part of the',
    'work: an empty vitest run, and a script that launches the browser and fills in one login form.',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} cores and ${Math.round(totalmem() / 2 ** 30)} GiB.`,
    '',
    ...table,
    '',
  ].join('\n')

/** The page with this section in the place of an earlier one of the same heading, or at its end. */
export const withSection = (page: string, section: string): string => {
  const heading = section.slice(0, section.indexOf('\n'))
  const parts = partsOf(page)
  const own = `${section.trimEnd()}\n`
  const others = parts.map((part) => (part.startsWith(`${heading}\n`) ? own : part))
  return [...others, ...(others.includes(own) ? [] : [own])].join('\n')
}

/** The page with another first part, and the sections that it has. */
export const withFirstPart = (page: string, first: string): string =>
  [`${first.trimEnd()}\n`, ...partsOf(page).slice(1)].join('\n')

/** The first part, which has the title, and each section. */
const partsOf = (page: string): readonly string[] =>
  page.split(/\n(?=## )/).map((part) => `${part.trimEnd()}\n`)
