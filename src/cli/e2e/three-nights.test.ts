import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectFolder } from '../../contract/project-folder.ts'
import { withField } from '../../defects/changed-response.ts'
import type { Injections } from '../../reference/seams.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

interface Step {
  readonly name?: string
  readonly run?: string
}

const workspace = openWorkspace()
let environments: readonly OwnEnvironment[] = []

beforeAll(async () => {
  environments = await Promise.all(
    ['now', 'next'].map((name) => startOwnEnvironment({ workspace, name })),
  )
})
afterAll(async () => {
  await Promise.all(environments.map(({ reference }) => reference.stop()))
  workspace.remove()
})

/** A webhook: what it was told of each environment. */
const told: Record<string, unknown>[] = []
const webhook = createServer(async (request, response) => {
  told.push(JSON.parse(await text(request)))
  response.end()
})
let webhookUrl = ''

beforeAll(async () => {
  webhook.listen(0, '127.0.0.1')
  await once(webhook, 'listening')
  webhookUrl = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/a-secret-path`
})
afterAll(() => {
  webhook.closeAllConnections()
  webhook.close()
})

const signingJwk = JSON.stringify(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
)

const github = join(projectFolder(), '.github')
const stepsIn = (path: string, job: 'judge' | undefined): readonly Step[] => {
  const file = parse(readFileSync(join(github, path), 'utf8'))
  return job === undefined ? file.runs.steps : file.jobs[job].steps
}

/** A job's disk: nothing on it but the checkout. */
const freshDisk = (name: string): string => {
  const disk = join(workspace.folder, name)
  rmSync(disk, { recursive: true, force: true })
  mkdirSync(disk)
  symlinkSync(join(projectFolder(), 'bin'), join(disk, 'bin'))
  const krr = 'node bin/krr.mjs'
  workspace.write(`${name}/package.json`, JSON.stringify({ scripts: { test: `${krr} test`, krr } }))
  // A token of theirs lives for minutes, and nobody waits for that here.
  workspace.write(
    `${name}/gate.policy.yaml`,
    'environments:\n  next: { notExercised: [KRR-AUTH-004] }\n',
  )
  return disk
}

/** What a cache keeps from job to job. */
const copyKept = (from: string, to: string): void => {
  for (const kept of ['reports', '.krr'])
    if (existsSync(join(from, kept)))
      cpSync(join(from, kept), join(to, kept), { recursive: true, force: true })
}

/** Runs a script as a job does, until one of its steps fails. */
const runIn = async (disk: string, script: string, env: Readonly<Record<string, string>>) => {
  const settings = Object.assign({}, ...environments.map((own) => own.settings()))
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-c', script], {
    cwd: disk,
    env: {
      ...{ PATH: process.env['PATH'], HOME: workspace.folder, NO_COLOR: '1', CI: 'true' },
      ...settings,
      KRR_SIGNING_JWK: signingJwk,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, said: stdout + stderr }
}

/** The steps of nightly.yml that run something in every night of a live environment. */
const night = async (environment: string) => {
  const disk = freshDisk(`night-${environment}`)
  const cache = join(workspace.folder, `cache-${environment}`)
  copyKept(cache, disk)
  const script = (name: string): string =>
    stepsIn('workflows/nightly.yml', 'judge').find((step) => step.name === name)?.run ?? ''
  const judged = await runIn(disk, script('Judge'), {
    KRR_ENV: environment,
    INCONCLUSIVE: '',
    KRR_NOTIFY: webhookUrl,
  })
  const pruned = await runIn(disk, script('Keep a month of nights'), { KRR_ENV: environment })
  expect([script('Judge') !== '', pruned.code], pruned.said).toEqual([true, 0])
  mkdirSync(cache, { recursive: true })
  copyKept(disk, cache)
  return judged
}

/** The script of the action that gate.yml uses, on what the nights of both left. */
const gate = async () => {
  const disk = freshDisk('gate')
  for (const { name } of environments) copyKept(join(workspace.folder, `cache-${name}`), disk)
  const [decide] = stepsIn('actions/krr-gate/action.yml', undefined)
  return runIn(disk, decide?.run ?? '', {
    ...{ GATE_FROM: 'now', GATE_TO: 'next', GATE_POLICY: '', GATE_RUN: 'false' },
    RUNNER_TEMP: disk,
    GITHUB_OUTPUT: join(disk, 'output'),
    GITHUB_STEP_SUMMARY: join(disk, 'summary.md'),
  })
}

/** The second one finds that anybody may keep what they are told of the person. */
const nights: readonly Injections[] = [
  {},
  { response: (own) => withField(own, 'Cache-Control', 'public, max-age=3600') },
  {},
]

describe('three nights by the workflows, each on a fresh disk', { timeout: 600_000 }, () => {
  test('leave a trend of three and one beginning of the deviation, and the gate says yes, no and yes', async () => {
    const [, next] = environments
    const kept = join(workspace.folder, 'cache-next', 'reports')
    const answers: string[] = []
    for (const [at, injections] of nights.entries()) {
      next?.seed(injections)
      const ends = [await night('now'), await night('next')]
      expect(
        ends.map(({ code }) => code),
        ends.map(({ said }) => said).join('\n'),
      ).toEqual([0, at === 1 ? 1 : 0])
      const { code, said } = await gate()
      const output = readFileSync(join(workspace.folder, 'gate', 'output'), 'utf8')
      answers.push(output.trim())
      expect(code, said).toBe(at === 1 ? 1 : 0)
      const index = readFileSync(join(kept, 'index.html'), 'utf8')
      expect(index.match(/(Deviating|Conformant) since/g)).toEqual([
        at === 1 ? 'Deviating since' : 'Conformant since',
      ])
    }
    expect(answers).toEqual(['answer=yes', 'answer=no', 'answer=yes'])
    const history = readFileSync(join(kept, 'next', 'runs', 'history.ndjson'), 'utf8')
      .trim()
      .split('\n')
    expect(history.map((line) => JSON.parse(line).verdict)).toEqual([
      'conformant',
      'deviating',
      'conformant',
    ])
    // Nobody hears of a night that is as the one before.
    expect(told.map(({ environment, verdict, before }) => [environment, verdict, before])).toEqual([
      ['next', 'deviating', 'conformant'],
      ['next', 'conformant', 'deviating'],
    ])
  })
})
