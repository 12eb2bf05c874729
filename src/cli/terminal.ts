import { spawn } from 'node:child_process'
import { appendFile } from 'node:fs/promises'
import { WriteStream } from 'node:tty'
import { commandPath, type Host, thisHost } from '../browser/host.ts'
import { childEnvironment } from '../config/child-environment.ts'
import type { ConformanceReport } from '../report/model.ts'
import { ciCommand, printingOn } from '../report/terminal-text.ts'
import type { Language } from '../report/words/language.ts'
import { githubAnnotations } from '../report/writers/github.ts'
import { writeMarkdown } from '../report/writers/markdown.ts'
import { type SupervisedData, supervised, tellSupervisor } from '../run/supervised.ts'
import type { Terminal } from './command.ts'

/** The process's own terminal: results on stdout, progress and problems on stderr. */
export const processTerminal = (): Terminal => {
  if (supervised !== undefined) showTerminal(supervised)
  // `krr rules | head`, a terminal that is gone, a full disk: a run that nobody hears still has a language to put back.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  return {
    out: printingOn(process.stdout),
    err: printingOn(process.stderr),
    columns: process.stdout.columns ?? 80,
    interactive: process.stderr.isTTY === true && process.env['CI'] === undefined,
  }
}

/** Another thread has the terminal: this one's streams say what that one told of it, and ask it for what is typed. */
const showTerminal = ({ stdin, stdout, stderr }: SupervisedData): void => {
  const { hasColors, getColorDepth } = WriteStream.prototype
  for (const [stream, told] of [
    [process.stdout, stdout] as const,
    [process.stderr, stderr] as const,
  ])
    if (told.isTTY) Object.assign(stream, { ...told, hasColors, getColorDepth })
  const { resume, pause } = process.stdin
  const input = process.stdin
  Object.assign(input, {
    ...(stdin.isTTY ? stdin : {}),
    resume() {
      tellSupervisor({ kind: 'input', isWanted: true })
      return resume.call(input)
    },
    pause() {
      tellSupervisor({ kind: 'input', isWanted: false })
      return pause.call(input)
    },
    setRawMode(isRaw: boolean) {
      tellSupervisor({ kind: 'input', isRaw })
      return input
    },
  })
}

/** What a pipeline tells its jobs. */
type Variables = Readonly<Record<string, string | undefined>>

/** The variables of this job. */
export const jobVariables: Variables = process.env

/** In GitHub Actions a report is annotated, and summed up on the page of the job. Elsewhere nothing is done. */
export const tellGithub = async (
  report: ConformanceReport,
  { out, err, language }: Pick<Terminal, 'out' | 'err'> & { readonly language?: Language },
  variables: Variables = jobVariables,
): Promise<void> => {
  if (variables['GITHUB_ACTIONS'] !== 'true') return
  for (const line of githubAnnotations(report)) out(ciCommand(line))
  const summary = variables['GITHUB_STEP_SUMMARY']
  if (summary === undefined || summary === '') return
  // The run has its verdict by now: a summary that cannot be written must not cost it.
  await appendFile(summary, `${writeMarkdown(report, language)}\n`).catch((error: unknown) => {
    err(`warning: the job summary could not be written: ${String(error)}`)
  })
}

/** The program that opens a file as a double click would, or undefined where nobody sits before the machine. */
export const desktopOpener = (
  host: Host,
): { readonly program: string; readonly args: readonly string[] } | undefined => {
  const { variables, platform } = host
  if (variables['CI'] !== undefined || variables['SSH_CONNECTION'] !== undefined) return undefined
  if (platform === 'darwin') return { program: 'open', args: [] }
  if (platform === 'win32') return { program: 'cmd', args: ['/c', 'start', '""'] }
  const hasDisplay =
    variables['DISPLAY'] !== undefined || variables['WAYLAND_DISPLAY'] !== undefined
  const program = hasDisplay ? commandPath(host, 'xdg-open') : undefined
  return program === undefined ? undefined : { program, args: [] }
}

/** Opens a file on the desktop, where there is one; the program outlives this process. */
export const openOnDesktop = (path: string): void => {
  const host = thisHost()
  const opener = desktopOpener(host)
  if (opener === undefined) return
  const child = spawn(opener.program, [...opener.args, path], {
    detached: true,
    stdio: 'ignore',
    env: childEnvironment(host.variables, ['BROWSER']),
  })
  child.on('error', () => {})
  child.unref()
}
