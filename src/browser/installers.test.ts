import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Host } from './host.ts'
import { installers } from './installers.ts'

describe('installers', () => {
  test('Playwright comes first, the package of the distribution last', () => {
    expect(installers.map(({ name }) => name)).toEqual([
      'playwright install chromium',
      'apt-get install -y chromium',
    ])
  })

  test('apt-get is for root on a Linux that has it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'krr-apt-'))
    try {
      const command = join(folder, 'apt-get')
      writeFileSync(command, '')
      chmodSync(command, 0o755)
      const root: Host = {
        platform: 'linux',
        variables: { PATH: folder },
        homeFolder: folder,
        isRoot: true,
      }
      const isPossible = (host: Host) => installers[1]?.isPossible(host)
      expect(isPossible(root)).toBe(true)
      expect(isPossible({ ...root, isRoot: false })).toBe(false)
      expect(isPossible({ ...root, platform: 'darwin' })).toBe(false)
      expect(isPossible({ ...root, variables: { PATH: join(folder, 'none') } })).toBe(false)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
