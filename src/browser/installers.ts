import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { childEnvironment, downloadVariables } from '../config/child-environment.ts'
import { commandPath, type Host } from './host.ts'

/** A way to install a Chromium. */
export interface Installer {
  /** As it is shown to people: `playwright install chromium`. */
  readonly name: string
  readonly isPossible: (host: Host) => boolean
  /** Whether it ended well, in bounded time; it never throws. */
  readonly install: () => Promise<boolean>
}

const downloadAtMostMs = 240_000
const packagesAtMostMs = 300_000

/** Playwright's own download, into its cache in the user's home folder. */
const playwrightInstaller: Installer = {
  name: 'playwright install chromium',
  isPossible: (host) => host.variables['PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD'] !== '1',
  install: () => {
    const manifest = createRequire(import.meta.url).resolve('playwright/package.json')
    const cli = join(dirname(manifest), 'cli.js')
    return runs(process.execPath, [cli, 'install', 'chromium'], downloadAtMostMs)
  },
}

/** The distribution's package, where it can be installed without asking anybody. */
const aptInstaller: Installer = {
  name: 'apt-get install -y chromium',
  isPossible: (host) =>
    host.platform === 'linux' && host.isRoot && commandPath(host, 'apt-get') !== undefined,
  install: async () => {
    // An outdated list may still do: the installation decides.
    await runs('apt-get', ['update', '-q'], packagesAtMostMs)
    const install = (name: string) =>
      runs('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], packagesAtMostMs)
    const isInstalled = await install('chromium')
    // The same browser without its windows, as Playwright installs it too: it takes less time (docs/adr/0019).
    if (isInstalled) await install('chromium-headless-shell')
    return isInstalled
  },
}

/** In the order in which they are tried. */
export const installers: readonly Installer[] = [playwrightInstaller, aptInstaller]

const runs = (command: string, parameters: readonly string[], atMostMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, {
      stdio: 'ignore',
      timeout: atMostMs,
      killSignal: 'SIGKILL',
      env: {
        ...childEnvironment(process.env, downloadVariables),
        DEBIAN_FRONTEND: 'noninteractive',
      },
    })
    child.on('error', () => resolve(false))
    child.on('close', (status) => resolve(status === 0))
  })
