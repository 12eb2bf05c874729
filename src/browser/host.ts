import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The machine that a browser is looked for on. */
export interface Host {
  readonly platform: NodeJS.Platform
  /** Where the operating system says its folders are: `PATH`, `LOCALAPPDATA`, `PLAYWRIGHT_BROWSERS_PATH`. */
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly homeFolder: string
  readonly isRoot: boolean
}

/** The machine this runs on. */
export const thisHost = (): Host => ({
  platform: process.platform,
  variables: process.env,
  homeFolder: homedir(),
  isRoot: process.getuid?.() === 0,
})

/** Whether a window can open here. On Windows and macOS whoever starts a program has a desktop. */
export const hasDisplay = ({ platform, variables }: Host): boolean =>
  platform === 'win32' ||
  platform === 'darwin' ||
  [variables['DISPLAY'], variables['WAYLAND_DISPLAY']].some((name = '') => name !== '')

/** Whether the path is a file that may be executed. */
export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a command on the host's `PATH`, or undefined. */
export const commandPath = (host: Host, name: string): string | undefined =>
  (host.variables['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable)
