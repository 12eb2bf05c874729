import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectFolder } from '../../contract/project-folder.ts'
import { withField } from '../../defects/changed-response.ts'
import { initialise, type Platform } from '../commands/init.ts'
import { endProcesses, startProgram } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

const programs = join(workspace.folder, 'bin')
const signingJwk = JSON.stringify(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
)

beforeAll(async () => {
  mine = await startOwnEnvironment({ workspace })
  // What npm install --global makes of the package.
  mkdirSync(programs)
  symlinkSync(join(projectFolder(), 'bin', 'krr.mjs'), join(programs, 'krr'))
})
afterEach(() => endProcesses())
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

/** A repository in which somebody ran krr init. */
const repositoryOf = (platform: Platform): string => {
  const folder = join(workspace.folder, platform)
  mkdirSync(folder)
  initialise(folder, 'mine', [platform], () => {})
  return folder
}

/** Runs a script in the repository as a job does, with the secrets that it has. */
const runIn = (folder: string, script: string, further: Readonly<Record<string, string>> = {}) =>
  startProgram('bash', ['--noprofile', '--norc', '-e', '-c', script], {
    cwd: folder,
    env: {
      PATH: `${programs}${delimiter}${process.env['PATH']}`,
      ...mine.settings(),
      KRR_ENV: 'mine',
      KRR_SIGNING_JWK: signingJwk,
      ...further,
    },
  }).ended

interface Step {
  readonly name?: string
  readonly run?: string
}

/** What the night of each platform runs, in one script, and what decides. */
const scripts: Readonly<
  Record<Platform, (text: string) => { readonly night: string; readonly gate: string }>
> = {
  github(text) {
    const { jobs } = parse(text)
    const scriptOf = (job: string, name: string): string =>
      (jobs[job].steps as Step[]).find((step) => step.name === name)?.run ?? ''
    return {
      night: `(${scriptOf('judge', 'Judge')}) || code=$?\n${scriptOf('judge', 'Keep a month of nights')}\nexit "\${code:-0}"`,
      gate: scriptOf('gate', 'Decide'),
    }
  },
  gitlab(text) {
    const jobs = parse(text)
    const lines = (job: string): string => jobs[job].script.join('\n')
    return { night: lines('krr-judge'), gate: lines('krr-gate') }
  },
  jenkins(text) {
    const stage = (name: string): string =>
      new RegExp(`stage\\('${name}'\\)[\\s\\S]*?(?=stage\\(|post \\{)`).exec(text)?.[0] ?? ''
    const commands = (part: string): string[] =>
      [...part.matchAll(/sh(?:\(script:)? '([^']+)'/g)].map(([, command = '']) => command)
    const [doctor, judge, prune] = commands(stage('judge'))
    return {
      night: `${doctor}\n${judge} || code=$?\n${prune}\nexit "\${code:-0}"`,
      gate: commands(stage('gate')).join('\n'),
    }
  },
}

const files = {
  github: '.github/workflows/krr.yml',
  gitlab: 'krr.gitlab-ci.yml',
  jenkins: 'Jenkinsfile.krr',
} as const

describe('what krr init writes', { timeout: 240_000 }, () => {
  test('gitlab judges a night that deviates, and goes on to the end', async () => {
    mine.seed({ response: (own) => withField(own, 'Cache-Control', 'public, max-age=3600') })
    const folder = repositoryOf('gitlab')
    const { night } = scripts.gitlab(textIn(folder, files.gitlab))
    const { code, stdout, stderr } = await runIn(folder, night)
    expect(code, stdout + stderr).toBe(1)
    expect(JSON.parse(textIn(folder, 'reports/mine/report.json')).verdict).toBe('deviating')
    await decides('gitlab', folder)
  })

  // What a run costs is paid once: here it ends at a setting that is missing, and the rest of the script is the same.
  test.each(['github', 'jenkins'] as const)(
    '%s gives the exit code of the run',
    async (platform) => {
      const folder = repositoryOf(platform)
      const { night } = scripts[platform](textIn(folder, files[platform]))
      const { code, stderr } = await runIn(folder, night, {
        KRR_MINE_PID: '',
        INCONCLUSIVE: 'warns',
      })
      expect([code, stderr]).toEqual([2, expect.stringContaining('KRR_MINE_PID')])
      await decides(platform, folder)
    },
  )
})

const textIn = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')

/** Of the other one there is no report. */
const decides = async (platform: Platform, folder: string): Promise<void> => {
  const { gate } = scripts[platform](textIn(folder, files[platform]))
  const to = { TO: 'prod', KRR_GATE_TO: 'prod', GATE_TO: 'prod' }
  const { code, stdout, stderr } = await runIn(folder, gate, to)
  expect(code, stdout + stderr).toBe(3)
  expect(existsSync(join(folder, 'reports/gate/mine-prod.md'))).toBe(true)
}
