import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'
import { endProcesses, startProgram, type Variables } from './krr-process.fixture.ts'
import { startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const program = join(projectFolder(), 'bin', 'krr.mjs')

afterEach(() => endProcesses())
afterAll(() => workspace.remove())

/** Runs one rule from a shell that has changed the machine before. */
const inShell = (before: string, env: Variables = {}, rule = 'KRR-JWS-003') => {
  const script = `set -e; ${before}; exec "$NODE" "$PROGRAM" test -t '${rule}'`
  const surroundings = { NODE: process.execPath, PROGRAM: program, FOLDER: workspace.folder }
  return ['-c', script, { ...surroundings, ...env }] as const
}

const runFrom = (...[flag, script, env]: ReturnType<typeof inShell>) =>
  startProgram('bash', [flag, script], workspace.in(env)).ended

/** With file systems of its own, which end with it. */
const runMounted = (...[flag, script, env]: ReturnType<typeof inShell>) =>
  startProgram('unshare', ['--mount', ...asRoot, 'bash', flag, script], workspace.in(env)).ended

const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']
const canMount = spawnSync('unshare', ['--mount', ...asRoot, 'true']).status === 0

describe.runIf(process.platform !== 'win32')('a machine that allows', { timeout: 120_000 }, () => {
  test('128 open files judges all the same', async () => {
    const { code, stdout, stderr } = await runFrom(...inShell('ulimit -n 128'))
    expect(code, stdout + stderr).toBe(0)
  })

  test('too few open files ends the run, with what to do', async () => {
    const { code, stderr } = await runFrom(...inShell('ulimit -n 48'))
    expect([code, stderr]).toEqual([4, expect.stringMatching(/EMFILE.*\(ulimit -n 256\)/s)])
  })
})

describe.runIf(canMount)('a machine on which', { timeout: 120_000 }, () => {
  test('the checkout cannot be written judges all the same', async () => {
    const root = projectFolder()
    const { code, stdout, stderr } = await runMounted(
      ...inShell(`mount --bind "${root}" "${root}"; mount -o remount,ro,bind "${root}"`),
    )
    expect(code, stdout + stderr).toBe(0)
  })

  test.each([
    ['::1 alone', '::1 localhost'],
    ['nothing', '# none'],
  ])('localhost is %s judges the reference all the same', async (_, line) => {
    const hosts = workspace.write('hosts', `${line}\n`)
    const { code, stdout, stderr } = await runMounted(
      ...inShell(`mount --bind "${hosts}" /etc/hosts`, {}, 'KRR-(JWS-003|OP-001)'),
    )
    expect(code, stdout + stderr).toBe(0)
  })

  test('the disk of the reports is full tells the verdict, and then what could not be written', async () => {
    const { code, stdout, stderr } = await runMounted(
      ...inShell('mkdir -p small; mount -t tmpfs -o size=100k tmpfs small', {
        KRR_REPORT_DIR: join(workspace.folder, 'small', 'reports'),
      }),
    )
    expect([code, stdout]).toEqual([2, expect.stringContaining('1 rule passed')])
    expect(stderr).toMatch(/KRR_REPORT_DIR must be .+\(ENOSPC\); make room on its disk/)
  })

  test('the folder of reports turns read-only in the midst of a run: the verdict is told, and exit code 2', async () => {
    const mine = await startOwnEnvironment({ workspace })
    const [begun, isReadOnly] = ['begun', 'read-only'].map((name) => join(workspace.folder, name))
    mine.seed({
      async response(response) {
        writeFileSync(String(begun), '')
        await vi.waitUntil(() => existsSync(String(isReadOnly)), { timeout: 60_000 })
        return response
      },
    })
    const { code, stdout, stderr } = await runMounted(
      ...inShell(
        `mkdir -p turned; mount -t tmpfs tmpfs turned
         (until [ -e "${begun}" ]; do read -rt 0.05 <> <(:) || true; done
          mount -o remount,ro turned; echo >"${isReadOnly}") & true`,
        {
          KRR_ENV: 'mine',
          ...mine.settings(),
          KRR_REPORT_DIR: join(workspace.folder, 'turned'),
        },
      ),
    )
    await mine.reference.stop()
    expect([code, stdout]).toEqual([2, expect.stringContaining('1 rule passed')])
    expect(stderr).toMatch(/KRR_REPORT_DIR must be .+; make it writable or set KRR_REPORT_DIR/)
  })

  test('the disk of the state is full names it before anything is asked', async () => {
    const { code, stdout, stderr } = await runMounted(
      ...inShell(
        'mkdir -p small; mount -t tmpfs -o size=40k tmpfs small; ! cat /dev/zero >small/fill',
        { KRR_STATE_DIR: join(workspace.folder, 'small', 'state') },
      ),
    )
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/KRR_STATE_DIR must be .+\(ENOSPC\); make room on its disk/)
  })
})

test.each(['18.20.4', '20.10.0', '21.7.3', '22.0.0'])(
  'Node %s is told which ones do before anything else is loaded',
  async (version) => {
    const says = `Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`
    const older = `--import=data:text/javascript,${encodeURIComponent(says)}`
    const args = [older, program, 'test']
    const { code, stdout, stderr } = await startProgram(process.execPath, args, workspace.in({}))
      .ended
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^krr-conformance needs Node 20\.19 .*: install one of them\n$/)
  },
)

test('a DISPLAY where no X server is does not keep the browser from a login', {
  timeout: 120_000,
}, async () => {
  const { code, stdout, stderr } = await runFrom(
    ...inShell('true', { DISPLAY: ':99', KRR_REFERENCE_LOGIN: 'testid' }, 'KRR-SCOPE-001'),
  )
  expect(code, stdout + stderr).toBe(0)
})

test('a folder of reports that is lost in the midst of a run: the verdict is told, and exit code 2', {
  timeout: 120_000,
}, async () => {
  const mine = await startOwnEnvironment({ workspace })
  const reports = join(workspace.folder, 'lost')
  let isLost = false
  mine.seed({
    response: (response) => {
      if (!isLost) {
        renameSync(reports, `${reports}.before`)
        writeFileSync(reports, 'a file in its place')
        isLost = true
      }
      return response
    },
  })
  mkdirSync(reports)
  const settings = { KRR_ENV: 'mine', ...mine.settings(), KRR_REPORT_DIR: reports }
  const { code, stdout, stderr } = await runFrom(...inShell('true', settings))
  await mine.reference.stop()
  expect([code, stdout]).toEqual([2, expect.stringContaining('1 rule passed')])
  expect(stderr).toMatch(/KRR_REPORT_DIR must be a directory that can be written/)
})
