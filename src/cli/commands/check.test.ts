import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { checkLines, type Step } from '../check/steps.ts'
import type { Terminal } from '../command.ts'
import { checkCommand, runSteps } from './check.ts'

const silent = (heard: string[] = []): Terminal => ({
  out: (line) => void heard.push(line),
  err: (line) => void heard.push(line),
  columns: 80,
  interactive: false,
})

const step = (name: string, script: string, more: Partial<Step> = {}): Step => ({
  name,
  title: name,
  command: ['-e', script],
  isStatic: true,
  ...more,
})

const figures = { pattern: /^looked at (\d+)/m, isRequired: true }

const run = (...steps: readonly Step[]) => runSteps(steps, tmpdir(), silent())

describe('krr check', () => {
  test('a step passes where its program ends with 0, and its figures are in the table', async () => {
    const results = await run(step('lint', "console.log('looked at 7 files')", { figures }))

    expect(results).toMatchObject([{ name: 'lint', result: 'passed', figures: '7' }])
    expect(checkLines(results).at(-1)).toBe('1 passed, 0 failed')
  })

  test('shows the output of what failed, on both streams, and of nothing else', async () => {
    const results = await run(
      step('good', "console.log('all is well')"),
      step('bad', "console.log('first'); console.error('second'); process.exitCode = 3"),
    )
    const text = checkLines(results).join('\n')

    expect(text).toContain('--- bad ---')
    expect(text).toContain('first')
    expect(text).toContain('second')
    expect(text).not.toContain('all is well')
    expect(text).toContain('See it again: npm run check -- --only bad\n')
    expect(text).toMatch(/\n1 passed, 1 failed$/)
  })

  test('a test that passed at its second try is named below the table', async () => {
    const passed = step('unit', "console.log('flaky: a.test.ts > one (late)')", {
      notes: /^flaky: .*$/gm,
    })
    const text = checkLines(await run(passed)).join('\n')

    expect(text).toMatch(/passed +unit .*\n {2}flaky: a\.test\.ts > one \(late\)\n/)
    expect(text).toMatch(/\n1 passed, 0 failed$/)
  })

  test('a step that ends well without its figures looked at nothing: it fails', async () => {
    const [result] = await run(step('lint', '', { figures }))

    expect(result).toMatchObject({ result: 'failed' })
    expect(result?.output).toContain('lint ended without its figures')
  })

  test('a step whose preparation throws fails with its message and is not run', async () => {
    const prepare = async () => {
      throw new ConfigurationError(['no browser'])
    }
    const [result] = await run(step('unit', "console.log('ran')", { prepare }))

    expect(result).toMatchObject({ result: 'failed', output: 'no browser' })
  })

  test('what is not static begins when all that is static has ended, one after another', async () => {
    const heard: string[] = []
    const alone = { isStatic: false }
    const steps = [
      step('matrix', '', alone),
      step('slow', 'setTimeout(() => {}, 200)'),
      step('tests', '', alone),
      step('quick', ''),
    ]
    const results = await runSteps(steps, tmpdir(), silent(heard))
    const ended = heard.map((line) => line.split(/\s+/)[1])

    expect(ended).toEqual(['quick', 'slow', 'matrix', 'tests'])
    expect(results.map(({ name }) => name)).toEqual(['matrix', 'slow', 'tests', 'quick'])
  })

  test('--only refuses a name that is no step, and says which there are', async () => {
    const running = checkCommand.run(['--only', 'types,tpyes'], silent())

    await expect(running).rejects.toThrow(ConfigurationError)
    await expect(running).rejects.toThrow(/biome, types, .*"tpyes"/)
  })

  test('the help names every step', () => {
    for (const name of ['biome', 'types', 'generated', 'boundaries', 'unused', 'unit', 'defects'])
      expect(checkCommand.help).toContain(name)
  })
})
