import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { commandPath, type Host, isExecutable } from './host.ts'

/** What a browser is looked for: one without a window starts in less than half the time. */
export type BrowserKind = 'any' | 'with a window'

/** The path of a Chromium that Playwright installed, newest revision first, or undefined. */
export const playwrightBrowser = (host: Host, kind: BrowserKind = 'any'): string | undefined => {
  const folder = playwrightFolder(host)
  const names = folder === undefined ? [] : namesIn(folder)
  const products = ['chromium_headless_shell', 'chromium']
  for (const product of kind === 'any' ? products : products.slice(1)) {
    const revisions = names
      .filter((name) => new RegExp(`^${product}-\\d+$`).test(name))
      .sort((a, b) => revisionOf(b) - revisionOf(a))
    for (const revision of revisions) {
      const found = executableIn(join(folder ?? '', revision))
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** The path of a Chrome, Chromium or Edge installed on the machine, or undefined. */
export const installedBrowser = (host: Host, kind: BrowserKind = 'any'): string | undefined => {
  if (host.platform === 'darwin') return macApplications(host).find(isExecutable)
  if (host.platform === 'win32') return windowsPrograms(host).find(isExecutable)
  for (const name of kind === 'any' ? [headlessShell, ...linuxCommands] : linuxCommands) {
    const path = commandPath(host, name)
    if (path !== undefined) return path
  }
  return linuxPaths.find(isExecutable)
}

const playwrightFolder = (host: Host): string | undefined => {
  const { variables, homeFolder } = host
  const own = variables['PLAYWRIGHT_BROWSERS_PATH']
  if (own !== undefined && own !== '') return own === '0' ? undefined : own
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    linux: variables['XDG_CACHE_HOME'] || join(homeFolder, '.cache'),
    darwin: join(homeFolder, 'Library', 'Caches'),
    win32: variables['LOCALAPPDATA'] || join(homeFolder, 'AppData', 'Local'),
  }
  const cache = caches[host.platform]
  return cache === undefined ? undefined : join(cache, 'ms-playwright')
}

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const revisionOf = (name: string): number => Number(name.slice(name.lastIndexOf('-') + 1))

const macBundles = ['Google Chrome for Testing', 'Chromium']
const executableNames = [
  'chrome-headless-shell',
  'headless_shell',
  'chrome',
  'chrome-headless-shell.exe',
  'headless_shell.exe',
  'chrome.exe',
  ...macBundles.map((name) => join(`${name}.app`, 'Contents', 'MacOS', name)),
]

const executableIn = (folder: string): string | undefined =>
  namesIn(folder)
    .filter((name) => name.startsWith('chrome-'))
    .flatMap((inner) => executableNames.map((name) => join(folder, inner, name)))
    .find(isExecutable)

const headlessShell = 'chromium-headless-shell'
const linuxCommands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const linuxPaths = [
  '/usr/bin/chromium',
  '/opt/google/chrome/chrome',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
]

const macApplications = (host: Host): readonly string[] =>
  ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', join(host.homeFolder, 'Applications')].map((folder) =>
      join(folder, `${name}.app`, 'Contents', 'MacOS', name),
    ),
  )

const windowsPrograms = ({ variables }: Host): readonly string[] =>
  ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => variables[name])
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ])
