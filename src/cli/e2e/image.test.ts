import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectFolder } from '../../contract/project-folder.ts'
import { harnessVersion } from '../../run/version.ts'
import { endProcesses, startProgram } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
afterEach(() => endProcesses())
afterAll(() => workspace.remove())

const root = projectFolder()
const textOf = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8')

/** The instructions of the Dockerfile, one of each line that goes on. */
const instructions = textOf('Dockerfile')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')))
const only = (name: string) => last.filter((line) => line.startsWith(`${name} `))

describe('the image', () => {
  test('is of the Node that the workflows use, and of Debian slim', () => {
    const base = /^ARG BASE=node:(\d+)-\w+-slim$/.exec(instructions[0] ?? '')
    expect(base?.[1]).toBe(textOf('.nvmrc').trim())
    expect(instructions.filter((line) => line.startsWith('FROM '))).toEqual([
      `FROM \${BASE} AS build`,
      `FROM \${BASE}`,
    ])
  })

  test('runs as nobody special, with node as its first process, and takes any command', () => {
    expect(only('USER')).toEqual(['USER node'])
    expect(only('ENTRYPOINT').map((line) => JSON.parse(line.replace('ENTRYPOINT ', '')))).toEqual([
      ['node', '/opt/krr-conformance/bin/krr.mjs'],
    ])
    expect(only('CMD')).toEqual(['CMD ["test"]'])
    // Nothing is written by root's rights after the user is set.
    expect(last.findLastIndex((line) => line.startsWith('RUN '))).toBeLessThan(
      last.indexOf('USER node'),
    )
  })

  test('has the package alone in its last stage, and writes to /work and /tmp', () => {
    expect(only('COPY')).toEqual(['COPY --from=build /app /opt/krr-conformance'])
    expect(only('WORKDIR')).toEqual(['WORKDIR /work'])
    expect(only('ENV').join()).toContain('HOME=/tmp')
    const copied = instructions.filter((line) => /^COPY (?!--from)/.test(line))
    const named = copied.flatMap((line) => line.split(' ').slice(1, -1))
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('takes no setting, key, report or state into a layer', () => {
    const lines = textOf('.dockerignore').split('\n')
    expect(lines).toEqual(
      expect.arrayContaining(['.git', '.env', '.krr', 'reports', '*.jwk.json', 'node_modules']),
    )
    // What the package is made of is not left out.
    const { files } = JSON.parse(textOf('package.json'))
    const missing = (files as string[]).filter((file) => lines.includes(file.replace(/\/$/, '')))
    expect(missing).toEqual(['dist/'])
  })
})

describe('the composite actions', () => {
  const action = (name: string) => parse(textOf('.github', 'actions', name, 'action.yml'))

  test.each(['krr-test', 'krr-gate'])('%s needs no checkout: it takes the package', (name) => {
    const { inputs, runs } = action(name)
    expect(inputs.version.default).toBe(harnessVersion)
    for (const { run, env } of runs.steps) {
      expect(run).toContain('npx --yes "krr-conformance@$HARNESS_VERSION"')
      expect(env['HARNESS_VERSION']).toBe(`\${{ inputs.version }}`)
      // An input in a script would be run.
      expect(run).not.toContain('$' + '{{')
      execFileSync('bash', ['-n', '-c', run])
    }
  })

  test('krr-test gives the exit code, and fails with it', { timeout: 60_000 }, async () => {
    const disk = join(workspace.folder, 'job')
    mkdirSync(disk)
    symlinkSync(join(root, 'bin'), join(disk, 'bin'))
    const output = join(disk, 'output')
    writeFileSync(output, '')
    const env = {
      KRR_ENV: 'mine',
      HARNESS_VERSION: '',
      INCONCLUSIVE: 'fails',
      GITHUB_OUTPUT: output,
    }
    const [{ run }] = action('krr-test').runs.steps
    const { code, stderr } = await startProgram('bash', ['-e', '-c', run], { env, cwd: disk }).ended
    expect([code, readFileSync(output, 'utf8')]).toEqual([2, 'exit-code=2\n'])
    expect(stderr).toContain('next: npm run krr -- doctor --env mine')
    // What puts back goes through all of them, and reference lives only within a run.
    const [, { if: when, run: putsBack }] = action('krr-test').runs.steps
    const several = { ...env, KRR_ENV: 'mine,reference,other' }
    const back = await startProgram('bash', ['-e', '-c', putsBack], { env: several, cwd: disk })
      .ended
    expect([when, back.code]).toEqual(['always()', 2])
    const unknown = back.stderr.match(/unknown environment "\w+"/g)
    expect(unknown).toEqual(['unknown environment "mine"', 'unknown environment "other"'])
  })
})
