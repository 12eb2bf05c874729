import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectFolder } from '../../contract/project-folder.ts'

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** The first match in stdout, as soon as it is there; rejects where the process ends without. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>
  /** The same of stderr. */
  readonly complained: (pattern: RegExp) => Promise<RegExpExecArray>
}

export type Variables = Readonly<Record<string, string | undefined>>

export interface StartOptions {
  readonly env: Variables
  readonly cwd: string
  /** Whether something is piped into it (`child.stdin`); else its input is nothing. */
  readonly isPiped?: boolean
}

const running = new Set<ChildProcess>()

/** Ends whatever a failed test has left running; for `afterEach` or `afterAll`. */
export const endProcesses = async (): Promise<void> => {
  await Promise.all(
    [...running].map(async (child) => {
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    }),
  )
}

/** Starts `krr` with these arguments: nothing of this process's own settings reaches it. */
export const startKrr = (args: readonly string[], options: StartOptions): Started =>
  startNode([join(projectFolder(), 'bin', 'krr.mjs'), ...args], options)

/** Runs `krr` to its end. */
export const krr = (args: readonly string[], options: StartOptions): Promise<Ended> =>
  startKrr(args, options).ended

/** Starts plain `npx vitest run` with these arguments, in the project's folder. */
export const startPlainVitest = (args: readonly string[], { env }: Pick<StartOptions, 'env'>) => {
  const root = projectFolder()
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  return startNode([vitest, 'run', '--root', root, ...args], { env, cwd: root })
}

/** Starts node with these arguments. */
export const startNode = (args: readonly string[], options: StartOptions): Started =>
  startProgram(process.execPath, args, options)

/** Starts a program with these arguments. */
export const startProgram = (
  program: string,
  args: readonly string[],
  { env, cwd, isPiped = false }: StartOptions,
): Started => {
  const surroundings = { cwd, env: { ...inherited(), ...env } }
  const child = isPiped
    ? spawn(program, args, { ...surroundings, stdio: ['pipe', 'pipe', 'pipe'] })
    : spawn(program, args, { ...surroundings, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const heard = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      heard[name] += text
    })
  }
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    running.delete(child)
    return { code, signal, ...heard }
  })
  const matched = (name: 'stdout' | 'stderr') => async (pattern: RegExp) => {
    for (;;) {
      const match = pattern.exec(heard[name])
      if (match !== null) return match
      const over = await Promise.race([ended, once(child[name], 'data')])
      if (!Array.isArray(over) && pattern.exec(heard[name]) === null)
        throw new Error(`ended without ${pattern}:\n${heard.stdout}\n${heard.stderr}`)
    }
  }
  return { child, ended, said: matched('stdout'), complained: matched('stderr') }
}

/** What a program needs of its surroundings, and a browser that somebody chose; no other setting. */
const inherited = (): Variables =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'KRR_BROWSER_PATH', 'PLAYWRIGHT_BROWSERS_PATH']
      .filter((name) => process.env[name] !== undefined)
      .map((name) => [name, process.env[name]]),
  )
