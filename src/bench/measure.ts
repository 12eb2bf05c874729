import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnvironment } from '../config/child-environment.ts'

/** One finished process, measured from outside but for its memory. */
export interface Measurement {
  readonly wallMs: number
  /** Peak resident set of the process itself, in MB; its children, a browser say, are not in it. */
  readonly peakMb: number
}

/** A process to be measured. */
export interface Job {
  readonly name: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** A measured process did not do its work: its figure would mean nothing. */
class BenchError extends Error {
  override readonly name = 'BenchError'
  readonly code = 'BENCH'
}

/**
 * Notes the process's own peak at its exit, in KiB; whatever it runs needs to know nothing of it. Where Linux tells the
 * peak of this program alone, that is it: `maxRSS` is never below what the parent took when it started the process.
 */
const noteOfPeak = (path: string): string => `
  import { readFileSync, writeFileSync } from 'node:fs'
  const own = () => {
    try {
      return /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    } catch {}
  }
  process.on('exit', () =>
    writeFileSync(${JSON.stringify(path)}, String(own() ?? process.resourceUsage().maxRSS)))`

const memoryProbe = (path: string): string =>
  `data:text/javascript,${encodeURIComponent(noteOfPeak(path))}`

/**
 * Runs a Node process once.
 * @throws BenchError where it exits with another code than 0
 */
const measure = async ({ name, args, env = {} }: Job): Promise<Measurement> => {
  const folder = await mkdtemp(join(tmpdir(), 'krr-bench-'))
  const peak = join(folder, 'peak')
  try {
    const startedAt = performance.now()
    const child = spawn(process.execPath, ['--import', memoryProbe(peak), ...args], {
      env: { ...childEnvironment(process.env, ['KRR_BROWSER_PATH']), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString()}`.slice(-500)
    })
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
    const wallMs = performance.now() - startedAt
    if (code !== 0) throw new BenchError(`${name} exited with ${code}: ${complaint}`)
    return { wallMs, peakMb: Number(await readFile(peak, 'utf8')) / 1024 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs the jobs in turn, A B C A B C, so that a machine that slows down slows all of them. */
export const measureInTurn = async (
  jobs: readonly Job[],
  rounds: number,
  onRound: (line: string) => void,
): Promise<ReadonlyMap<string, readonly Measurement[]>> => {
  const results = new Map<string, Measurement[]>(jobs.map(({ name }) => [name, []]))
  // The first round fills caches and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const job of jobs) {
      const measurement = await measure(job)
      if (round > 0) results.get(job.name)?.push(measurement)
    }
    onRound(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`)
  }
  return results
}

/** The middle value; of an even number the lower of the two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
