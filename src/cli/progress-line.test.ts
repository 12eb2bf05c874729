import { expect, test } from 'vitest'
import { cut, progressLine } from './progress.ts'

test('progress names the phase, how much is judged, and the time', () => {
  expect(progressLine({ phase: 'reading', judgements: 890, share: 0.5, elapsedMs: 7_400 })).toBe(
    'reading and judging   ━━━━━━━━────────  890 judged  7 s',
  )
})

test('the line fits into sixty columns, whatever the figures', () => {
  for (const phase of ['login', 'reading', 'writing', 'last'] as const) {
    const line = progressLine({ phase, judgements: 12_780, share: 1.01, elapsedMs: 999_000 })
    expect([...line].length).toBeLessThan(60)
  }
})

test('a letter is never cut in two', () => {
  expect(cut('språk 𝄞 æøå', 7)).toBe('språk 𝄞')
})
