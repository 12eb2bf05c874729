import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

beforeAll(async () => {
  mine = await startOwnEnvironment({ workspace })
})
afterEach(() => endProcesses())
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

test.runIf(process.platform === 'linux')(
  'the journal and its folder are on disk before the first PATCH comes',
  { timeout: 60_000 },
  async () => {
    const log = workspace.write('synced', '')
    // Tells what each fsync of the run was about, and does it.
    const preload = workspace.write(
      'tell-fsync.mjs',
      `import fs from 'node:fs'
       import { syncBuiltinESMExports } from 'node:module'
       const { fsyncSync } = fs
       fs.fsyncSync = (file) => {
         fsyncSync(file)
         fs.appendFileSync(${JSON.stringify(log)}, fs.readlinkSync('/proc/self/fd/' + file) + '\\n')
       }
       syncBuiltinESMExports()`,
    )
    const synced = () => readFileSync(log, 'utf8').trim().split('\n')
    let before: readonly string[] | undefined
    mine.seed({
      patchDecision: (decision) => {
        before ??= synced()
        return decision
      },
    })
    const { env, cwd } = workspace.in({ KRR_ENV: 'mine', ...mine.settings() })
    const NODE_OPTIONS = `--import=${pathToFileURL(preload).href}`
    const { code, stdout } = await krr(['test', '-t', 'KRR-PATCH-014'], {
      env: { ...env, NODE_OPTIONS },
      cwd,
    })
    expect(code, stdout).toBe(0)
    const folder = join(workspace.stateDir, 'journal')
    const file = expect.stringMatching(/\/journal\/mine\.[\da-f]{2}\.json\.next$/)
    // Found, and then what is about to be written.
    expect(before).toEqual([file, folder, file, folder])
  },
)
