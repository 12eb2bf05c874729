import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'
import { type Started, startKrr, startProgram } from './krr-process.fixture.ts'
import { eachOnOwnEnvironment, type OwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

eachOnOwnEnvironment({ workspace }, (started) => {
  mine = started
})

const onMine = (further = {}) => workspace.in({ KRR_ENV: 'mine', ...mine.settings(further) })
const writing = ['-t', 'KRR-PATCH-014']

/** What happens once the first write was answered. */
const whenWritten = (happen: () => void): void => {
  let isOver = false
  mine.seed({
    response(response) {
      if (!isOver && mine.unsafe.length > 0) {
        isOver = true
        happen()
      }
      return response
    },
  })
  mine.unsafe.length = 0
}

const expectPutBack = (): void => {
  expect(mine.unsafe.length).toBeGreaterThan(1)
  expect(mine.register.record?.spraak).toBe('nb')
  expect(workspace.journal('mine')).toBeUndefined()
  const { register, rules } = workspace.report('mine/partial')
  expect(register).toEqual({ found: 'nb', left: 'nb', restored: true })
  expect(rules.find(({ id }) => id === 'KRR-PATCH-014')?.verdict).toBe('passed')
}

describe('a run that is left alone while it writes comes to its end', { timeout: 120_000 }, () => {
  test('where nobody reads what it says any more, as with "| head -1"', async () => {
    const run: Started = startKrr(['test', '--verbose', ...writing], onMine())
    whenWritten(() => {
      run.child.stdout?.destroy()
      run.child.stderr?.destroy()
    })
    const { code, signal } = await run.ended
    expect([code, signal]).toEqual([0, null])
    expectPutBack()
  })

  test.runIf(process.platform !== 'win32')('where npm is killed that began it', async () => {
    const args = ['--prefix', projectFolder(), 'test', '--silent', '--', ...writing]
    const run = startProgram('npm', args, onMine())
    whenWritten(() => run.child.kill('SIGKILL'))
    // Over as soon as node, which has the same output, has ended too.
    expect((await run.ended).signal).toBe('SIGKILL')
    expectPutBack()
  })
})

/** All processes that come of this one, each with its arguments and its environment as the system shows them. */
const childrenOf = (id: number): ReadonlyMap<number, string> => {
  const read = (of: string, name: string): string => {
    try {
      return readFileSync(`/proc/${of}/${name}`, 'latin1')
    } catch {
      return ''
    }
  }
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(
    all.map((of) => [Number(of), Number(/^PPid:\s+(\d+)/m.exec(read(of, 'status'))?.[1] ?? 0)]),
  )
  const comesOfIt = (of: number): boolean => {
    const parent = parents.get(of) ?? 0
    return parent === id || (parent > 1 && comesOfIt(parent))
  }
  return new Map(
    [...parents.keys()]
      .filter(comesOfIt)
      .map((of) => [of, read(String(of), 'cmdline') + read(String(of), 'environ')]),
  )
}

test.runIf(process.platform === 'linux')(
  'the programs that a run starts are told no secret and no number by their arguments or their environment',
  { timeout: 120_000 },
  async () => {
    const seen = new Map<number, string>()
    const run = startKrr(['test', '-t', 'KRR-SCOPE-001'], onMine({ LOGIN: 'testid' }))
    mine.seed({
      response(response) {
        for (const [id, said] of childrenOf(run.child.pid ?? 0)) seen.set(id, said)
        return response
      },
    })
    const { code, stdout, stderr } = await run.ended
    expect(code, stdout + stderr).toBe(0)
    const said = [...seen.values()].join('\n')
    // The browser is among them.
    expect(said).toContain('--remote-debugging-pipe')
    const { client, people } = mine.reference
    for (const secret of [client.secret, ...Object.values(people).map(({ pid }) => pid)])
      expect(said.includes(secret)).toBe(false)
    expect(said).not.toMatch(/KRR_MINE_/)
  },
)
