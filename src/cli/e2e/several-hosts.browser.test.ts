import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { FieldReport } from '../../doctor/field/page.ts'
import { endProcesses, krr, startKrr } from './krr-process.fixture.ts'
import { startOwnEnvironment } from './own-environment.fixture.ts'
import { isEveryRow, openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
afterEach(() => endProcesses())
afterAll(() => workspace.remove())

test('a whole run of a login that leads over several hosts is conformant', {
  timeout: 120_000,
}, async () => {
  const asks = { consent: true }
  const own = await startOwnEnvironment({ workspace, hasSeveralHosts: true, asks })
  try {
    const run = workspace.in({ KRR_ENV: 'mine', ...own.settings({ LOGIN: 'testid' }) })
    const { code, stdout, stderr } = await krr(['test'], run)
    expect(code, stdout + stderr).toBe(0)
    const unnamed = await krr(['test', '-t', 'KRR-OP-008'], {
      ...run,
      env: { ...run.env, KRR_MINE_LOGIN_HOSTS: undefined },
    })
    expect(unnamed.code, unnamed.stdout).not.toBe(0)
    expect(unnamed.stdout + unnamed.stderr).toContain('KRR_MINE_LOGIN_HOSTS')
  } finally {
    await own.reference.stop()
  }
})

test('MinID is at a host of its own, and the way back is the login’s', {
  timeout: 120_000,
}, async () => {
  const own = await startOwnEnvironment({ workspace, name: 'minid', hasSeveralHosts: true })
  try {
    const settings = own.settings({
      LOGIN: 'minid',
      MINID_PASSWORD: 'password01',
      MINID_OTC: '12345',
    })
    const run = workspace.in({ KRR_ENV: 'minid', ...settings })
    const { code, stdout, stderr } = await krr(['doctor', '--env', 'minid', '--login'], run)
    expect(code, stdout + stderr).toBe(0)
    const path = join(workspace.folder, 'reports', 'minid', 'field.json')
    const { pages } = JSON.parse(readFileSync(path, 'utf8')) as FieldReport
    const [login, , minid] = own.reference.loginHosts
    expect(pages.map(({ name, host }) => [name, host])).toEqual([
      ['selector', login],
      ['minid', minid],
      ['minid code', minid],
    ])
  } finally {
    await own.reference.stop()
  }
})

test.runIf(isEveryRow)(
  'a run that is killed while the language is changed is put right by the next process',
  {
    timeout: 120_000,
  },
  async () => {
    const own = await startOwnEnvironment({ workspace, name: 'killed', hasSeveralHosts: true })
    try {
      const settings = workspace.in({ KRR_ENV: 'killed', ...own.settings({ LOGIN: 'testid' }) })
      const run = startKrr(['test', '-t', 'KRR-PATCH-014'], settings)
      own.seed({
        patchEffect(record) {
          run.child.kill('SIGKILL')
          return record
        },
      })
      expect((await run.ended).signal).toBe('SIGKILL')
      own.seed({})
      expect([own.register.record?.spraak, workspace.journal('killed')?.found]).toEqual([
        'nn',
        'nb',
      ])
      const { code, stdout, stderr } = await krr(['restore', '--env', 'killed'], settings)
      expect(code, stdout + stderr).toBe(0)
      expect([own.register.record?.spraak, workspace.journal('killed')]).toEqual(['nb', undefined])
    } finally {
      await own.reference.stop()
    }
  },
)

/** One of each kind: the authorization response, a silent request, the API, and what is in order. */
const rows = [
  'DEF-OP-STATE-IS-MISSING',
  'DEF-OP-SILENT-REQUEST-IS-SHOWN-THE-LOGIN',
  'DEF-AUTH-PATCH-ACCEPTS-ANY-TOKEN',
  'VAR-OPTIONAL-MEMBERS-ARE-ABSENT',
] as const

test.runIf(isEveryRow)(
  'rows of the matrix are as expected there; npm run defects -- --several-hosts is all of them',
  {
    timeout: 240_000,
  },
  async () => {
    const run = workspace.in({})
    const { code, stdout, stderr } = await krr(['defects', '--several-hosts', ...rows], run)
    expect(code, stdout + stderr).toBe(0)
    expect(stdout).toContain('3 defects: 3 detected')
    expect(stdout).toContain('1 conforming variant: 1 accepted')
  },
)
