import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectFolder } from '../../contract/project-folder.ts'
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
  const folder = mkdtempSync(join(workspace.folder, `${platform}-`))
  initialise(folder, 'mine', [platform], () => {})
  return folder
}

/** Starts a script in the repository as a job does, with the secrets that it has. */
const startIn = (folder: string, script: string, further: Readonly<Record<string, string>> = {}) =>
  startProgram('bash', ['--noprofile', '--norc', '-e', '-c', script], {
    cwd: folder,
    env: {
      PATH: `${programs}${delimiter}${process.env['PATH']}`,
      ...mine.settings(),
      KRR_ENV: 'mine',
      KRR_SIGNING_JWK: signingJwk,
      ...further,
    },
  })
const runIn = (...run: Parameters<typeof startIn>) => startIn(...run).ended

interface Step {
  readonly name?: string
  readonly run?: string
}

/** What the night of each platform runs, in one script, what decides, and what runs whatever became of the night. */
const scripts: Readonly<
  Record<
    Platform,
    (text: string) => { readonly night: string; readonly gate: string; readonly putsBack: string }
  >
> = {
  github(text) {
    const { jobs } = parse(text)
    const scriptOf = (job: string, name: string): string =>
      (jobs[job].steps as Step[]).find((step) => step.name === name)?.run ?? ''
    return {
      night: `(${scriptOf('judge', 'Judge')}) || code=$?\n${scriptOf('judge', 'Keep a month of nights')}\nexit "\${code:-0}"`,
      gate: scriptOf('gate', 'Decide'),
      putsBack: scriptOf('judge', 'Put back'),
    }
  },
  gitlab(text) {
    const jobs = parse(text)
    const lines = (job: string): string => jobs[job].script.join('\n')
    const putsBack = jobs['krr-judge'].after_script.join('\n')
    return { night: lines('krr-judge'), gate: lines('krr-gate'), putsBack }
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
      putsBack: commands(/post \{ always \{ sh '.*' \} \}/.exec(text)?.[0] ?? '').join('\n'),
    }
  },
}

const platforms = ['github', 'gitlab', 'jenkins'] as const

const files = {
  github: '.github/workflows/krr.yml',
  gitlab: 'krr.gitlab-ci.yml',
  jenkins: 'Jenkinsfile.krr',
} as const

describe('what krr init writes', { timeout: 240_000 }, () => {
  // What a whole run costs is paid in three-nights.test.ts: here it ends at a setting that is missing.
  test.each(platforms)('%s gives the exit code of the run', async (platform) => {
    const folder = repositoryOf(platform)
    const { night } = scripts[platform](textIn(folder, files[platform]))
    const { code, stderr } = await runIn(folder, night, {
      KRR_MINE_PID: '',
      INCONCLUSIVE: 'warns',
    })
    expect([code, stderr]).toEqual([2, expect.stringContaining('KRR_MINE_PID')])
    await decides(platform, folder)
  })

  test.each(platforms)(
    '%s puts back at once what a killed run left, so that no journal stays for the next night',
    async (platform) => {
      const folder = repositoryOf(platform)
      const { putsBack } = scripts[platform](textIn(folder, files[platform]))
      const run = startIn(folder, 'exec krr test -t KRR-PATCH-014')
      mine.seed({
        patchEffect(record) {
          run.child.kill('SIGKILL')
          return record
        },
      })
      expect((await run.ended).signal).toBe('SIGKILL')
      mine.seed({})
      const journals = () => readdirSync(join(folder, '.krr', 'journal'))
      expect([mine.register.record?.spraak, journals()]).toEqual(['nn', [expect.any(String)]])
      // A second step of it finds nothing to do.
      for (const says of ['the language is as it was found', 'no journal, so nothing']) {
        const { code, stdout, stderr } = await startIn(folder, putsBack).ended
        expect([code, stdout], stderr).toEqual([0, expect.stringContaining(says)])
        expect([mine.register.record?.spraak, journals()]).toEqual(['nb', []])
      }
    },
  )

  test('github has the scripts that nightly.yml has, which three nights were run by', () => {
    const nightly = parse(textIn(projectFolder(), '.github/workflows/nightly.yml')).jobs.judge
    const { judge } = parse(textIn(repositoryOf('github'), files.github)).jobs
    for (const name of ['Judge', 'Put back', 'Keep a month of nights']) {
      const [ours, theirs] = [nightly, judge].map(({ steps }) =>
        (steps as Step[]).find((step) => step.name === name),
      )
      const asPackage = ours?.run
        ?.replace('npm test', 'krr test')
        .replace('npm run --silent krr -- ', 'krr ')
        .replace('"$KRR_ENV"', name === 'Put back' ? 'mine' : '"$KRR_ENV"')
      expect(theirs?.run, name).toBe(asPackage)
    }
  })
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
