import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnvironment } from '../config/child-environment.ts'

/** One finished process, measured from outside but for its memory. */
export interface Measurement {
  readonly wallMs: number
  /** Of the processor, in all threads of the process and in what it started and waited for; a browser is among that. */
  readonly cpuMs: number
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
 * Notes the process's own peak, in KiB, and its time on the processor at its exit; whatever it runs needs to know nothing
 * of it. Where Linux tells the peak of this program alone, that is it: `maxRSS` is never below what the parent took when
 * it started the process. The time is that of /proc/self/stat, in ticks of 10 ms, for that has the children's, too.
 */
const noteOfCost = (path: string): string => `
  import { readFileSync, writeFileSync } from 'node:fs'
  const own = (file, read) => {
    try {
      return read(readFileSync('/proc/self/' + file, 'utf8'))
    } catch {}
  }
  const ticks = (text) =>
    text.slice(text.lastIndexOf(')') + 2).split(' ').slice(11, 15).reduce((sum, of) => sum + Number(of), 0)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    const peak = own('status', (text) => /VmHWM:\\s*(\\d+)/.exec(text)?.[1]) ?? maxRSS
    const cpuMs = own('stat', (text) => 10 * ticks(text)) ?? (userCPUTime + systemCPUTime) / 1000
    writeFileSync(${JSON.stringify(path)}, JSON.stringify({ peak: Number(peak), cpuMs }))
  })`

const costProbe = (path: string): string =>
  `data:text/javascript,${encodeURIComponent(noteOfCost(path))}`

/**
 * Runs a Node process once.
 * @throws BenchError where it exits with another code than 0
 */
const measure = async ({ name, args, env = {} }: Job): Promise<Measurement> => {
  const folder = await mkdtemp(join(tmpdir(), 'krr-bench-'))
  const cost = join(folder, 'cost')
  try {
    const startedAt = performance.now()
    const child = spawn(process.execPath, ['--import', costProbe(cost), ...args], {
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
    const { peak, cpuMs } = JSON.parse(await readFile(cost, 'utf8'))
    return { wallMs, cpuMs, peakMb: peak / 1024 }
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
