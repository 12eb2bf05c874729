import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { sourceAt } from '../../config/dotenv.ts'
import { projectFolder } from '../../contract/project-folder.ts'
import { openWorkspace } from './workspace.fixture.ts'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
}
interface Job {
  readonly strategy: { readonly matrix: Readonly<Record<string, readonly unknown[]>> }
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<Record<string, Job>>
}

const workspace = openWorkspace()
afterAll(() => workspace.remove())

const folder = join(projectFolder(), '.github', 'workflows')
const workflow = (file: string): Workflow => parse(readFileSync(join(folder, file), 'utf8'))
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps)

describe('the workflows', () => {
  test.each(readdirSync(folder))('%s takes every action by its SHA', (file) => {
    const used = stepsOf(workflow(file)).flatMap(({ uses = [] }) => uses)
    expect(used.length).toBeGreaterThan(0)
    const foreign = used.filter((action) => !action.startsWith('./'))
    expect(foreign.filter((action) => !/@[\da-f]{40}$/.test(action))).toEqual([])
  })

  test.each(readdirSync(folder))(
    '%s leaves the summary of a job to the run, which writes it once',
    (file) => {
      const scripts = stepsOf(workflow(file)).map(({ run = '' }) => run)
      expect(scripts.filter((run) => /summary\.md/.test(run))).toEqual([])
    },
  )

  test('run the project’s own tests on Node 20, 22, 24 and 26', () => {
    const { check } = workflow('ci.yml').jobs
    expect(check?.strategy.matrix['node']).toEqual([20, 22, 24, 26])
    expect(check?.steps.map(({ run }) => run)).toEqual(
      expect.arrayContaining(['npm ci', 'npm run check']),
    )
  })

  test('judge each environment at night in a job of its own, and keep its report whatever became of it', () => {
    const nightly = workflow('nightly.yml')
    expect(nightly.on).toHaveProperty('schedule')
    expect(nightly.jobs['judge']?.strategy.matrix['include']).toContainEqual({
      environment: 'test',
      key: 'TEST',
    })
    const kept = stepsOf(nightly).filter(({ uses = '' }) =>
      uses.startsWith('actions/upload-artifact@'),
    )
    expect(kept.map((step) => step.if)).toEqual(['always()'])
  })
})

test('the gate takes what the nights of both environments left, by the names that nightly.yml has', () => {
  const caches = (file: string) =>
    stepsOf(workflow(file)).filter(({ uses = '' }) => uses.startsWith('actions/cache/'))
  const [restored, saved] = caches('nightly.yml')
  expect(saved?.with?.['key']).toBe(restored?.with?.['key'])
  expect(saved?.with?.['key']).toMatch(/^krr\.\$\{\{ matrix\.environment \}\}\./)
  const prefixes = caches('gate.yml').map((step) => step.with?.['restore-keys'])
  expect(prefixes).toEqual(['from', 'to'].map((side) => `krr.\${{ inputs.${side} }}.`))
  for (const step of [restored, saved, ...caches('gate.yml')])
    expect(step?.with?.['path']?.trim().split(/\s+/)).toEqual(['reports', '.krr'])
})

test('the night’s settings are those that the secrets have, in a file of its owner’s', () => {
  const step = stepsOf(workflow('nightly.yml')).find(({ name }) => name?.startsWith('Settings'))
  const secrets: Readonly<Record<string, string>> = {
    CLIENT_ID: 'a client',
    CLIENT_SECRET: 'a #secret "of" $the tests',
    PID: '20914695016',
    LOGIN: 'headless',
  }
  const { KEY: _, ...asked } = step?.env ?? {}
  for (const [name, value] of Object.entries(asked))
    expect(value).toBe(`\${{ secrets[format('KRR_{0}_${name}', matrix.key)] }}`)
  const blank = Object.fromEntries(Object.keys(asked).map((name) => [name, '']))
  execFileSync('bash', ['-e', '-c', step?.run ?? ''], {
    cwd: workspace.folder,
    env: { PATH: process.env['PATH'], KEY: 'TEST', ...blank, ...secrets },
  })
  expect(statSync(join(workspace.folder, '.env')).mode & 0o777).toBe(0o600)
  const source = sourceAt(workspace.folder, { KRR_ENV: 'test' })
  for (const [name, value] of Object.entries(secrets))
    expect(source.get(`KRR_TEST_${name}`)).toBe(value)
  const written = readFileSync(join(workspace.folder, '.env'), 'utf8').match(/^KRR_\w+/gm) ?? []
  expect(written.sort()).toEqual(
    Object.keys(asked)
      .map((name) => `KRR_TEST_${name}`)
      .sort(),
  )
})
