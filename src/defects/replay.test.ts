import { beforeAll, describe, expect, test } from 'vitest'
import { experiments, unmodified } from './experiments.ts'
import { runMatrix } from './matrix.ts'
import type { Row } from './row.ts'

const rows = new Map<string, Row>()

/** One of each kind of replay that takes more than the exchange in which it was found. */
const kinds = [
  ['judged on a whole run', 'DEF-SPEC-REFUSAL-OF-STRANGERS-IS-NOT-DOCUMENTED'],
  ['wrong since the run before', 'DEF-JWS-KEY-IS-ANOTHER-THAN-BEFORE'],
  ['remembers what a token read first', 'DEF-PATCH-BLIND-CACHED-BY-TOKEN'],
  ['remembers that a token was verified', 'DEF-AUTH-SCOPE-IS-NOT-VERIFIED-AGAIN'],
] as const

describe('replays of what the matrix found', () => {
  beforeAll(async () => {
    const ids: readonly string[] = kinds.map(([, id]) => id)
    const chosen = experiments.filter(({ id }) => ids.includes(id))
    await runMatrix({
      experiments: [unmodified, ...chosen],
      replays: true,
      onRow: (row) => void rows.set(row.id, row),
    })
  }, 180_000)

  test.each(kinds)('a defect that is %s shows again, and is fixed without it', (_, id) => {
    const row = rows.get(id)
    expect(row?.replays?.otherwise).toEqual([])
    expect(row?.replays?.findings).toBeGreaterThan(0)
    expect(row?.replays?.reproduced).toBe(row?.replays?.findings)
    expect(row?.replays?.fixed).toBe(row?.replays?.findings)
    expect(row?.outcome).toBe('detected')
  })

  test('nothing is replayed of the server that is in order', () => {
    expect(rows.get('UNMODIFIED')?.replays).toBeUndefined()
  })
})
