import { getHeapStatistics } from 'node:v8'
import { describe, expect, test } from 'vitest'
import type { ConformanceReport } from '../report/model.ts'
import { type HostileInput, hostileInputs } from './hostile.fixture.ts'
import { reportsOn } from './hostile-run.fixture.ts'

const isWhole = process.env['KRR_HOSTILE'] === 'all'

/** Few share a run: what one sends must not make the servers of the others answer late. */
const perRun = isWhole ? 3 : 8

/** Generous for a busy machine; each of them took minutes, or for ever, by itself. */
const withinMs = 300_000
/** One alone may have 600; here each has its servers beside it. */
const megabytesAtMost = isWhole ? 600 : 900

/** What this thread holds: others of the process have their own tests. */
const ownMegabytes = (): number => {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics()
  return (heap + outside) / 1e6
}

const chosen = hostileInputs(isWhole)
const batches = Array.from({ length: Math.ceil(chosen.length / perRun) }, (_, at) =>
  chosen.slice(at * perRun, (at + 1) * perRun),
)

const faultsOf = (
  { name, owners, mayConform }: HostileInput,
  report: ConformanceReport | undefined,
): readonly string[] => {
  if (report === undefined) return [`${name}: no report`]
  const failed = report.rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
  const errored = report.rules.filter(({ verdict }) => verdict === 'errored')
  const isOwned = owners.length === 0 || owners.some((owner) => failed.includes(owner))
  return [
    ...errored.map(({ id, reason }) => `${name}: ${id} errored: ${reason}`),
    ...(isOwned ? [] : [`${name}: none of ${owners.join()} fails, but ${failed.join()}`]),
    ...(report.verdict === 'conformant' && !mayConform ? [`${name}: conformant`] : []),
    ...(report.register.restored === false ? [`${name}: the language is left changed`] : []),
  ]
}

describe('whatever a target sends, a run ends with a verdict', () => {
  test.each(batches.map((inputs) => [inputs.map(({ name }) => name).join(', '), inputs] as const))(
    '%s',
    { timeout: withinMs },
    async (_, inputs) => {
      const reports = await reportsOn(inputs)
      expect(inputs.flatMap((input, at) => faultsOf(input, reports[at]))).toEqual([])
      expect(ownMegabytes()).toBeLessThan(megabytesAtMost)
    },
  )
})
