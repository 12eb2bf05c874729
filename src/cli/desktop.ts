import { spawn } from 'node:child_process'
import { commandPath, type Host, thisHost } from '../browser/host.ts'
import { childEnvironment } from '../config/child-environment.ts'

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
