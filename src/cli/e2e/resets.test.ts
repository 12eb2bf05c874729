import { describe, expect, test } from 'vitest'
import { runMatrix } from '../../defects/matrix.ts'
import { isExpected } from '../../defects/row.ts'
import { type Moment, type Sweep, sweptBy } from './resets.fixture.ts'

/** With `KRR_RESETS=all` until each request and each connection of a run was reset once; a few of them otherwise. */
const isWhole = process.env['KRR_RESETS'] === 'all'
const [runsAtOnce, batchesAtMost] = isWhole ? [8, 30] : [3, 1]
const resetsInARun = 8

/** What was not judged, or wrongly, in these runs beside each other. */
const judge = async (sweep: Sweep, numbers: readonly number[]): Promise<readonly string[]> => {
  const flipped: string[] = []
  await runMatrix({
    experiments: numbers.map((number) => sweptBy(sweep, number, number === 0 ? 0 : resetsInARun)),
    onRow(row, { rules, register }) {
      const open = rules.filter(({ verdict }) =>
        ['failed', 'errored', 'inconclusive', 'not-run'].includes(verdict),
      )
      const isRestored = register.restored === true
      if (isExpected(row) && isRestored && open.length === 0) return
      const told = open.map(({ id, reason }) => `${id} ${reason}`).join('; ')
      flipped.push(`${row.id} ${row.verdict}, restored ${isRestored}: ${told}`)
    },
  })
  return flipped
}

describe('a connection that is reset once at a request', {
  timeout: isWhole ? 3_600_000 : 240_000,
}, () => {
  test.each(['before the server has it', 'after the server has answered'] as const)(
    '%s, flips no verdict',
    async (moment: Moment) => {
      const sweep: Sweep = { moment, met: new Set(), reset: new Set() }
      const flipped = [...(await judge(sweep, [0]))]
      for (let batch = 0; batch < batchesAtMost && sweep.reset.size < sweep.met.size; batch += 1) {
        const first = batch * runsAtOnce + 1
        const numbers = Array.from({ length: runsAtOnce }, (_, at) => first + at)
        flipped.push(...(await judge(sweep, numbers)))
        if (isWhole) process.stderr.write(`${moment}: ${sweep.reset.size} of ${sweep.met.size}\n`)
      }
      expect(flipped).toEqual([])
      expect(sweep.met.size).toBeGreaterThan(150)
      if (!isWhole) expect(sweep.reset.size).toBe(runsAtOnce * resetsInARun)
      if (isWhole) expect([...sweep.met].filter((key) => !sweep.reset.has(key))).toEqual([])
    },
  )
})
