import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { childEnvironment, downloadVariables } from './child-environment.ts'

const ours = {
  PATH: '/bin',
  Path: 'C:\\',
  LC_ALL: 'nb_NO.UTF-8',
  XDG_RUNTIME_DIR: '/run/user/1',
  'ProgramFiles(x86)': 'C:\\Programs',
  https_proxy: 'http://me:secret@proxy.example',
  KRR_TEST_CLIENT_SECRET: 'secret',
  KRR_BROWSER_PATH: '/bin/chromium',
  NPM_TOKEN: 'secret',
  UNSET: undefined,
}

test('a program that is started gets what it needs, and no secret', () => {
  const { PATH, Path, LC_ALL, XDG_RUNTIME_DIR, 'ProgramFiles(x86)': programs } = ours
  const usual = { PATH, Path, LC_ALL, XDG_RUNTIME_DIR, 'ProgramFiles(x86)': programs }
  expect(childEnvironment(ours)).toEqual(usual)
  expect(childEnvironment(ours, ['KRR_BROWSER_PATH', 'UNSET'])).toEqual({
    ...usual,
    KRR_BROWSER_PATH: '/bin/chromium',
  })
})

test('a download goes through the proxy', () => {
  expect(childEnvironment(ours, downloadVariables)).toMatchObject({ https_proxy: ours.https_proxy })
})

test('nothing is started with the whole environment', () => {
  const source = fileURLToPath(new URL('..', import.meta.url))
  const starting = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ts$/.test(path) && !/\.(test|fixture)\.ts$/.test(path))
    .map((path) => [path, readFileSync(join(source, path), 'utf8')] as const)
    .filter(([, text]) => /from 'node:child_process'|chromium\.launch\(/.test(text))
  expect(starting.length).toBeGreaterThan(3)
  for (const [path, text] of starting)
    expect(text, path).toMatch(/env: .*childEnvironment\(|\.\.\.childEnvironment\(/)
})
