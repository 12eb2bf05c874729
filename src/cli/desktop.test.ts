import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Host } from '../browser/host.ts'
import { desktopOpener } from './terminal.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'krr-desktop-'))
  await writeFile(join(folder, 'xdg-open'), '')
  await chmod(join(folder, 'xdg-open'), 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const programOn = (platform: Host['platform'], variables: Host['variables']) =>
  desktopOpener({
    platform,
    variables: { PATH: folder, ...variables },
    homeFolder: '',
    isRoot: false,
  })?.program

test('a file is opened where somebody sits before the machine, and nowhere else', () => {
  expect(programOn('linux', { DISPLAY: ':0' })).toBe(join(folder, 'xdg-open'))
  expect(programOn('linux', { DISPLAY: ':0', PATH: '' })).toBeUndefined()
  expect(programOn('linux', {})).toBeUndefined()
  expect(programOn('linux', { WAYLAND_DISPLAY: 'wayland-0', CI: 'true' })).toBeUndefined()
  expect(programOn('darwin', {})).toBe('open')
  expect(programOn('darwin', { SSH_CONNECTION: '10.0.0.1' })).toBeUndefined()
})
