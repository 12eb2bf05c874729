import { describe, expect, test } from 'vitest'
import { flakeSentences, flakesOf } from './flakes.ts'
import type { RecordedExchange } from './model.ts'

const attempt = (trouble: string, second: number) => ({
  startedAt: `2026-11-25T10:00:0${second}.000Z`,
  elapsedMs: 5,
  trouble,
})

const exchange = (
  id: string,
  failedAttempts: RecordedExchange['failedAttempts'],
  trouble?: string,
): RecordedExchange => ({
  id,
  label: `GET ${id}`,
  startedAt: '2026-11-25T10:00:09.000Z',
  elapsedMs: 5,
  request: { method: 'GET', url: 'https://krr.example', fields: [], contentLength: 0 },
  response: { status: trouble === undefined ? 200 : 0, fields: [], contentLength: 0 },
  failedAttempts,
  ...(trouble === undefined ? {} : { trouble }),
})

describe('a flake', () => {
  test('is what failed and then came: since when, how often it was asked, and each trouble once', () => {
    const flakes = flakesOf([
      exchange('x-1', []),
      exchange('x-2', [attempt('status 503', 1), attempt('status 503', 2)]),
      exchange('x-3', [attempt('reset', 3)], 'reset'),
    ])
    expect(flakes).toEqual([
      {
        exchange: 'x-2',
        label: 'GET x-2',
        at: '2026-11-25T10:00:01.000Z',
        attempts: 3,
        trouble: 'status 503',
      },
    ])
  })

  test('is told in a sentence, beside how often there were some before', () => {
    const flakes = flakesOf([exchange('x-2', [attempt('reset', 1)])])
    expect(flakeSentences({})).toEqual([])
    expect(flakeSentences({ flakes })).toEqual([
      '1 request failed at first and succeeded when sent again (reset).',
    ])
    expect(flakeSentences({ flakes, flakesBefore: { runs: 4, flakes: 2 } })).toEqual([
      '1 request failed at first and succeeded when sent again (reset); 2 in the 4 runs before.',
    ])
  })
})
