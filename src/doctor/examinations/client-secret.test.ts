import { describe, expect, test } from 'vitest'
import { clientSecretEnds } from './machine.ts'

const found = (lastDay: string | undefined, now: string) =>
  clientSecretEnds({
    key: 'KRR_TEST_CLIENT_SECRET_EXPIRES',
    lastDay,
    now: Date.parse(now),
  }).map(({ state, says }) => `${state}: ${says}`)

describe('the end of the client’s secret', () => {
  test.each([
    ['2026-05-31T23:59:59.999Z', "ok: the client's secret or key ends on 2026-06-30, in 30 days"],
    [
      '2026-06-01T00:00:00.001Z',
      "warning: the client's secret or key ends on 2026-06-30, in 29 days",
    ],
    [
      '2026-06-29T12:00:00.000Z',
      "warning: the client's secret or key ends on 2026-06-30, in 1 day",
    ],
    ['2026-06-30T23:59:59.999Z', "warning: the client's secret or key ends on 2026-06-30, today"],
    ['2026-07-01T00:00:00.001Z', "problem: the client's secret or key ended on 2026-06-30"],
  ])('at %s: %s', (now, line) => {
    expect(found('2026-06-30', now)).toEqual([line])
  })

  test('is not told where no setting tells it', () => {
    expect(found(undefined, '2026-07-01T00:00:00.000Z')).toEqual([])
  })
})
