import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectFolder } from '../../contract/project-folder.ts'
import { withField } from '../../defects/changed-response.ts'
import type { Injections } from '../../reference/seams.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { isEveryRow, openWorkspace } from './workspace.fixture.ts'

interface Step {
  readonly name?: string
  readonly run?: string
}

const workspace = openWorkspace()
let environments: readonly OwnEnvironment[] = []
/** Each platform judges one of its own; the one that a service works with is the same. */
const nextOf = (isEveryRow ? ['github', 'gitlab', 'jenkins'] : ['github']).map(
  (platform) => `next-${platform}`,
)

beforeAll(async () => {
  environments = await Promise.all(
    ['now', ...nextOf].map((name) => startOwnEnvironment({ workspace, name })),
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

/** What a platform's workflow runs: in a night of an environment, and to decide. `kept` is where it keeps the nights. */
interface Platform {
  readonly name: string
  /** Whether a job begins with an empty disk, and a cache brings what earlier ones left. */
  readonly isFresh: boolean
  /** What the run is part of; `pruning` runs whatever became of it. */
  readonly night: { readonly judging: string; readonly pruning: string }
  readonly deciding: string
  /** Writes where the script of the gate leaves its answer, besides its exit code. */
  readonly saysAnswer: boolean
}

const at = (...path: readonly string[]): string =>
  readFileSync(join(projectFolder(), ...path), 'utf8')

const scriptOf = (steps: readonly Step[], name: string): string => {
  const script = steps.find((step) => step.name === name)?.run
  if (script === undefined) throw new Error(`no step "${name}"`)
  return script
}

const ofGithub = (): Platform => {
  const { steps } = parse(at('.github', 'workflows', 'nightly.yml')).jobs.judge
  const [decide] = parse(at('.github', 'actions', 'krr-gate', 'action.yml')).runs.steps as Step[]
  return {
    name: 'github',
    isFresh: true,
    night: {
      judging: scriptOf(steps, 'Judge'),
      pruning: scriptOf(steps, 'Keep a month of nights'),
    },
    deciding: decide?.run ?? '',
    saysAnswer: true,
  }
}

const ofGitlab = (): Platform => {
  const jobs = parse(at('templates', 'gitlab-ci.yml').replaceAll('{{env}}', 'now'))
  const lines: readonly string[] = jobs['krr-judge'].script
  return {
    name: 'gitlab',
    isFresh: true,
    // It prunes and goes on to its exit code.
    night: { judging: lines.join('\n'), pruning: 'true' },
    deciding: jobs['krr-gate'].script.join('\n'),
    saysAnswer: false,
  }
}

const ofJenkins = (): Platform => {
  const file = at('templates', 'Jenkinsfile').replaceAll('{{env}}', 'now')
  const stage = (name: string): readonly string[] => {
    const [part = ''] =
      new RegExp(`stage\\('${name}'\\)[\\s\\S]*?(?=stage\\(|post \\{)`).exec(file) ?? []
    return [...part.matchAll(/sh(?:\(script:)? '([^']+)'/g)].map(([, command = '']) => command)
  }
  const [doctor, judging, pruning] = stage('judge')
  return {
    name: 'jenkins',
    isFresh: false,
    night: { judging: `${doctor}\n${judging}`, pruning: pruning ?? '' },
    deciding: stage('gate').join('\n'),
    saysAnswer: false,
  }
}

/** A job's disk: nothing on it but the checkout, and what `npm install --global` put there. */
const diskOf = (name: string, isFresh: boolean): string => {
  const disk = join(workspace.folder, name)
  if (isFresh) rmSync(disk, { recursive: true, force: true })
  if (existsSync(disk)) return disk
  mkdirSync(disk)
  symlinkSync(join(projectFolder(), 'bin'), join(disk, 'bin'))
  mkdirSync(join(disk, 'programs'))
  symlinkSync(join(projectFolder(), 'bin', 'krr.mjs'), join(disk, 'programs', 'krr'))
  const krr = 'node bin/krr.mjs'
  workspace.write(`${name}/package.json`, JSON.stringify({ scripts: { test: `${krr} test`, krr } }))
  // A token of theirs lives for minutes, and nobody waits for that here.
  const accepted = `{ notExercised: [KRR-AUTH-004] }`
  workspace.write(
    `${name}/gate.policy.yaml`,
    `environments:\n${nextOf.map((next) => `  ${next}: ${accepted}\n`).join('')}`,
  )
  return disk
}

/** What a cache keeps from job to job. */
const copyKept = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true })
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
      ...{ HOME: workspace.folder, NO_COLOR: '1', CI: 'true' },
      PATH: `${join(disk, 'programs')}${delimiter}${process.env['PATH']}`,
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

/** One night of an environment; the cache, or the workspace, has what it left. */
const night = async ({ isFresh, night: own }: Platform, environment: string) => {
  const cache = join(workspace.folder, `cache-${environment}`)
  const disk = diskOf(`night-${environment}`, isFresh)
  copyKept(cache, disk)
  const judged = await runIn(disk, own.judging, {
    KRR_ENV: environment,
    INCONCLUSIVE: '',
    KRR_NOTIFY: webhookUrl,
  })
  const pruned = await runIn(disk, own.pruning, { KRR_ENV: environment })
  expect([own.judging !== '', pruned.code], pruned.said).toEqual([true, 0])
  copyKept(disk, cache)
  return judged
}

/** What decides, on what the nights of both left; its answer by its exit code, and as it says it. */
const gate = async (platform: Platform, next: string) => {
  const name = `gate-${platform.name}`
  const disk = diskOf(name, true)
  for (const own of ['now', next]) copyKept(join(workspace.folder, `cache-${own}`), disk)
  const output = join(disk, 'output')
  const { code, said } = await runIn(disk, platform.deciding, {
    ...{ GATE_FROM: 'now', GATE_TO: next, GATE_POLICY: '', GATE_RUN: 'false', KRR_GATE_TO: next },
    RUNNER_TEMP: disk,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: join(disk, 'summary.md'),
  })
  const answer = { 0: 'yes', 1: 'no', 3: 'unknown' }[code ?? -1] ?? `exit code ${code}: ${said}`
  if (platform.saysAnswer) expect(readFileSync(output, 'utf8').trim()).toBe(`answer=${answer}`)
  return answer
}

/** The second one finds that anybody may keep what they are told of the person. */
const nights: readonly Injections[] = [
  {},
  { response: (own) => withField(own, 'Cache-Control', 'public, max-age=3600') },
  {},
]

const platforms = [ofGithub(), ofGitlab(), ofJenkins()]

describe('three nights by the workflows', { timeout: 600_000 }, () => {
  beforeAll(async () => {
    const [github] = platforms
    const judged = github && (await night(github, 'now'))
    expect(judged?.code, judged?.said).toBe(0)
  }, 180_000)

  test.each(isEveryRow ? platforms : platforms.slice(0, 1))(
    '$name: green, red, green leave a trend of three and one beginning of the deviation, and the gate says yes, no and yes',
    async (platform) => {
      const name = `next-${platform.name}`
      const next = environments.find((own) => own.name === name)
      const kept = join(workspace.folder, `cache-${name}`, 'reports')
      const answers: string[] = []
      for (const [index, injections] of nights.entries()) {
        next?.seed(injections)
        const { code, said } = await night(platform, name)
        expect(code, said).toBe(index === 1 ? 1 : 0)
        answers.push(await gate(platform, name))
        const page = readFileSync(join(kept, 'index.html'), 'utf8')
        expect(page.match(/(Deviating|Conformant) since/g)).toEqual([
          index === 1 ? 'Deviating since' : 'Conformant since',
        ])
      }
      expect(answers).toEqual(['yes', 'no', 'yes'])
      const history = readFileSync(join(kept, name, 'runs', 'history.ndjson'), 'utf8').trim()
      expect(history.split('\n').map((line) => JSON.parse(line).verdict)).toEqual([
        'conformant',
        'deviating',
        'conformant',
      ])
      // Nobody hears of a night that is as the one before.
      const own = told.filter(({ environment }) => environment === name)
      expect(own.map(({ verdict, before }) => [verdict, before])).toEqual([
        ['deviating', 'conformant'],
        ['conformant', 'deviating'],
      ])
    },
  )
})
