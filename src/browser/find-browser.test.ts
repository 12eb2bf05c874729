import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'
import type { Host } from './host.ts'
import type { Installer } from './installers.ts'

let folder: string
let host: Host
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'krr-browser-'))
  // Not `linux`: this machine's own browsers lie at the well-known paths of that.
  host = {
    platform: 'win32',
    variables: { LOCALAPPDATA: join(folder, 'local'), ProgramFiles: join(folder, 'programs') },
    homeFolder: folder,
    isRoot: false,
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

const executable = (...path: readonly string[]): string => {
  const file = join(folder, ...path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return file
}

const playwrightPath = (revision: string) =>
  ['local', 'ms-playwright', revision, 'chrome-win64', 'chrome.exe'] as const
const chromePath = ['programs', 'Google', 'Chrome', 'Application', 'chrome.exe'] as const

const find = (
  settings: { browserPath: string | undefined },
  installers: readonly Installer[] = [],
) => findBrowser(settings, { host, installers })

describe('the browser', () => {
  test('KRR_BROWSER_PATH comes before all', async () => {
    executable(...playwrightPath('chromium-1200'))
    const own = executable('own')
    expect(await find({ browserPath: own })).toBe(own)
  })

  test('a KRR_BROWSER_PATH that cannot be executed is a configuration error, whatever else there is', async () => {
    executable(...chromePath)
    await expect(find({ browserPath: join(folder, 'none') })).rejects.toMatchObject({
      code: 'CONFIGURATION',
      message: expect.stringMatching(
        /^KRR_BROWSER_PATH must be .* but is ".*none"; set it in \.env/,
      ),
    })
  })

  test('one that Playwright installed comes before an installed one, the newest revision first', async () => {
    executable(...chromePath)
    executable(...playwrightPath('chromium-999'))
    const newest = executable(...playwrightPath('chromium-1200'))
    expect(await find({ browserPath: undefined })).toBe(newest)
  })

  test('the headless shell of Playwright comes before its whole browser', async () => {
    executable(...playwrightPath('chromium-1200'))
    const shell = executable(
      'local',
      'ms-playwright',
      'chromium_headless_shell-1190',
      'chrome-headless-shell-win64',
      'chrome-headless-shell.exe',
    )
    expect(await find({ browserPath: undefined })).toBe(shell)
  })

  test('a headless shell is none where a person is to see a window', async () => {
    const kind = 'with a window'
    const whole = executable(...playwrightPath('chromium-1200'))
    executable(
      'local',
      'ms-playwright',
      'chromium_headless_shell-1290',
      'chrome-headless-shell-win64',
      'chrome-headless-shell.exe',
    )
    expect(await findBrowser({ browserPath: undefined }, { host, kind, installers: [] })).toBe(
      whole,
    )
    const installed = executable('bin', 'chromium')
    executable('bin', 'chromium-headless-shell')
    const linux = { ...host, platform: 'linux' as const, variables: { PATH: join(folder, 'bin') } }
    expect(
      await findBrowser({ browserPath: undefined }, { host: linux, kind, installers: [] }),
    ).toBe(installed)
  })

  test('PLAYWRIGHT_BROWSERS_PATH is where Playwright is looked for', async () => {
    host = { ...host, variables: { PLAYWRIGHT_BROWSERS_PATH: join(folder, 'elsewhere') } }
    const path = executable('elsewhere', 'chromium-1200', 'chrome-win64', 'chrome.exe')
    expect(await find({ browserPath: undefined })).toBe(path)
  })

  test('an installed one is found by its well-known place', async () => {
    const chrome = executable(...chromePath)
    expect(await find({ browserPath: undefined })).toBe(chrome)
  })

  test('on Linux an installed one is found on the PATH', async () => {
    const chromium = executable('bin', 'chromium')
    const linux = { ...host, platform: 'linux' as const, variables: { PATH: join(folder, 'bin') } }
    expect(await findBrowser({ browserPath: undefined }, { host: linux, installers: [] })).toBe(
      chromium,
    )
  })

  test('none is installed by the ways that are possible, in order, until one succeeds', async () => {
    const lines: string[] = []
    const ways: readonly Installer[] = [
      { name: 'first', isPossible: () => true, install: async () => false },
      { name: 'impossible', isPossible: () => false, install: async () => true },
      {
        name: 'second',
        isPossible: () => true,
        install: async () => {
          executable(...chromePath)
          return true
        },
      },
    ]
    const options = { host, installers: ways, onProgress: (line: string) => lines.push(line) }
    expect(await findBrowser({ browserPath: undefined }, options)).toBe(join(folder, ...chromePath))
    expect(lines).toEqual([
      'no browser found: running first (this may take a few minutes)',
      'no browser found: running second (this may take a few minutes)',
    ])
  })

  test('where nothing helps, one message says what was tried and what to do', async () => {
    const way: Installer = { name: 'first', isPossible: () => true, install: async () => true }
    await expect(find({ browserPath: undefined }, [way])).rejects.toMatchObject({
      code: 'CONFIGURATION',
      problems: [
        'no browser was found and none could be installed (tried: first); install Chrome, Chromium or Edge, ' +
          'or set KRR_BROWSER_PATH to the path of one, or KRR_<NAME>_LOGIN=headless where the environment has it',
      ],
    })
  })
})
