import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Handling } from '../../reference/front.fixture.ts'
import { createShared, type ReferenceShared } from '../../reference/start.ts'
import { type FaultyEnvironment, startFaulty } from './faulty-environment.fixture.ts'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { isEveryRow, openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let environments: FaultyEnvironment[] = []
let shared: ReferenceShared

beforeAll(async () => {
  shared = await createShared()
})
afterEach(async () => {
  await endProcesses()
  await Promise.all(environments.map(({ stop }) => stop()))
  environments = []
})
afterAll(() => workspace.remove())

/** The requests of a rendered login, in their order. */
const steps = {
  selector: ['GET', /^\/authorize\?/],
  form: ['GET', /^\/authorize\/testid1/],
  number: ['POST', /^\/authorize\/testid1/],
  redirect: ['GET', /^\/authorize\/(?!testid1|selector)/],
} as const
type Step = keyof typeof steps
const moments = ['reset', 'loseAnswer'] as const
/** Whether the browser's next request takes a connection that has served: of those it repeats any request by itself. */
type Connections = 'kept open' | 'closed after each answer'

/** Forms that came with a person's number, by the number. */
type Entered = Map<string, number>

/** Resets the connection of the step once in a rendered login; whoever logs in without pages is let pass. */
const resetAt = (
  step: Step,
  moment: (typeof moments)[number],
  connections: Connections,
  entered: Entered,
): { readonly handle: Handling; readonly resets: () => number } => {
  const [method, path] = steps[step]
  let resets = 0
  const handle: Handling = (way) => {
    const { request, pass } = way
    request.on('data', (chunk: Buffer) => {
      const [, pid] = /(?:^|&)pid=(\d+)/.exec(chunk.toString('utf8')) ?? []
      if (pid !== undefined) entered.set(pid, (entered.get(pid) ?? 0) + 1)
    })
    const isRendered = request.headers['upgrade-insecure-requests'] !== undefined
    const isHere = isRendered && request.method === method && path.test(request.url ?? '')
    if (!isHere || resets > 0)
      return connections === 'kept open'
        ? pass()
        : pass((fields) => [...withoutConnection(fields), 'Connection', 'close'])
    resets += 1
    way[moment]()
  }
  return { handle, resets: () => resets }
}

const withoutConnection = (fields: readonly string[]): readonly string[] =>
  fields.filter((_, index) => !/^(connection|keep-alive)$/i.test(fields[index - (index % 2)] ?? ''))

const runWith = async (
  connections: Connections,
  wanted: readonly Step[],
  args: readonly string[],
) => {
  const started = await Promise.all(
    wanted.flatMap((step) =>
      moments.map(async (moment) => {
        const entered: Entered = new Map()
        const { handle, resets } = resetAt(step, moment, connections, entered)
        const name = `${step}-${moment}-${connections.split(' ')[0]}`.toLowerCase()
        const fault = { title: name, op: handle, says: [] }
        const environment = await startFaulty({ workspace, name, shared, fault })
        environments.push(environment)
        const settings = environment.settings({ LOGIN: 'testid' })
        return { name, entered, resets, settings }
      }),
    ),
  )
  const settings = Object.assign({}, ...started.map((one) => one.settings))
  const env = { KRR_ENV: started.map(({ name }) => name).join(','), ...settings }
  const end = await krr(['test', ...args], workspace.in(env))
  return { end, started }
}

describe('a connection of the login’s pages that is reset once', { timeout: 240_000 }, () => {
  test.each([...(isEveryRow ? (['kept open'] as const) : []), 'closed after each answer'] as const)(
    'leaves nothing open: the login is tried once more at most (connections %s)',
    async (connections) => {
      const { started } = await runWith(connections, Object.keys(steps) as Step[], ['-t', 'KRR-OP'])
      for (const { name, entered, resets } of started) {
        const { rules, trouble } = workspace.report(`${name}/partial`)
        const verdicts = new Set(rules.map(({ verdict }) => verdict))
        expect([name, resets(), verdicts.has('failed'), verdicts.has('errored')]).toEqual([
          name,
          1,
          false,
          false,
        ])
        expect(
          [...entered.values()].filter((times) => times > 2),
          name,
        ).toEqual([])
        expect([trouble, verdicts.has('inconclusive')], `${name}: ${trouble.join()}`).toEqual([
          [],
          false,
        ])
      }
    },
  )

  test('leaves a whole run conformant where it was the number’s', async () => {
    const { started, end } = await runWith('kept open', ['number'], [])
    expect(end.code, end.stdout + end.stderr).toBe(0)
    for (const { name, entered } of started) {
      const { verdict, trouble } = workspace.report(name)
      expect([verdict, trouble]).toEqual(['conformant', []])
      expect(Math.max(...entered.values())).toBeLessThanOrEqual(2)
    }
  })
})
