import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Way } from '../../reference/front.fixture.ts'
import { createShared, type ReferenceShared } from '../../reference/start.ts'
import { startFaulty } from './faulty-environment.fixture.ts'
import { endProcesses, krr, type Started, startKrr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

/**
 * The rule that writes, reads back and restores: each of its requests is one to be killed at. With
 * `KRR_KILL_AT=KRR-PATCH` it is every request of the whole write chain, which takes some minutes: two processes for
 * each request, twice. With `KRR_SEVERAL_HOSTS=true` the login has several hosts, as ID-porten's has.
 */
const pattern = process.env['KRR_KILL_AT'] ?? 'KRR-PATCH-014'
const hasSeveralHosts = process.env['KRR_SEVERAL_HOSTS'] === 'true'
const isWhole = process.env['KRR_KILL_AT'] !== undefined

let shared: ReferenceShared
const workspaces = [openWorkspace(), openWorkspace()] as const

beforeAll(async () => {
  shared = await createShared()
})
afterEach(() => endProcesses())
afterAll(() => {
  for (const workspace of workspaces) workspace.remove()
})

/** Where in a request's life the process dies: the server never hears of it, or the process never of the answer. */
const moments = {
  'before the server has it': (_: Way, kill: () => void) => kill(),
  'after the server has answered': ({ response, pass }: Way, kill: () => void) => {
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => never
    response.writeHead = (...args: unknown[]) => {
      kill()
      return writeHead(...args)
    }
    pass()
  },
} as const

type Moment = keyof typeof moments

/** Kills a run at each of its requests to the API in turn, and has it put right by the next process. */
const killAtEach = async (moment: Moment, lane: 0 | 1): Promise<readonly string[]> => {
  const workspace = workspaces[lane]
  const name = `lane-${lane}`
  const told: string[] = []
  let run: Started | undefined
  let killAt = 0
  let arrived = 0
  let restoring: boolean[] | undefined
  const api = (way: Way) => {
    restoring?.push(workspace.journal(name) !== undefined)
    arrived += 1
    if (arrived !== killAt) way.pass()
    else moments[moment](way, () => void run?.child.kill('SIGKILL'))
  }
  const { own, settings, stop } = await startFaulty({
    workspace,
    name,
    shared,
    hasSeveralHosts,
    fault: { title: moment, api, says: [] },
  })
  const start = (...args: string[]) =>
    startKrr(args, workspace.in({ KRR_ENV: name, ...settings() }))
  try {
    for (killAt = 1; ; killAt += 1) {
      arrived = 0
      run = start('test', '-t', pattern)
      const end = await run.ended
      if (end.signal === null) {
        expect([end.code, own.register.record?.spraak], end.stdout).toEqual([0, 'nb'])
        break
      }
      const left = own.register.record?.spraak ?? 'nb'
      const journal = workspace.journal(name)
      if (left !== 'nb') expect(journal, `at ${killAt}`).toMatchObject({ found: 'nb' })
      restoring = []
      const next = await krr(['restore', '--env', name], workspace.in(settings()))
      told.push(`${left}${journal === undefined ? '' : ', journal'}`)
      expect([next.code, own.register.record?.spraak ?? 'nb'], `at ${killAt}`).toEqual([0, 'nb'])
      // The journal is there until the last answer, which reads the language back, has come.
      expect(
        restoring.every((isThere) => isThere),
        `at ${killAt}`,
      ).toBe(true)
      expect(restoring.length > 0, `at ${killAt}`).toBe(journal !== undefined)
      expect(workspace.journal(name), `at ${killAt}`).toBeUndefined()
      restoring = undefined
    }
    return told
  } finally {
    await stop()
  }
}

describe.concurrent('kill -9 at each request of the write chain', {
  timeout: isWhole ? 7_200_000 : 400_000,
}, () => {
  test.each([
    [
      'before the server has it',
      0,
      ['nb', 'nb, journal', 'nn, journal', 'nn, journal', 'nn, journal', 'nb, journal'],
    ],
    [
      'after the server has answered',
      1,
      ['nb', 'nn, journal', 'nn, journal', 'nn, journal', 'nb, journal', 'nb, journal'],
    ],
  ] as const)(
    '%s, ends with the language put back by the next process',
    async (moment, lane, left) => {
      const told = await killAtEach(moment, lane)
      if (isWhole) process.stderr.write(`${moment}: ${told.length} requests\n`)
      expect(told.length).toBeGreaterThanOrEqual(6)
      // The whole chain leaves further languages.
      const further = isWhole ? told : []
      expect(new Set(told)).toEqual(new Set([...left, ...further]))
    },
  )
})
