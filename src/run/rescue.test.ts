import { expect, test } from 'vitest'
import { type KnownRun, rescueRun } from './rescue.ts'

const nothing: KnownRun = { begun: new Map(), held: new Map(), judged: new Map() }

test('a run that is ended before any environment began is inconclusive, unless the harness broke', async () => {
  expect(await rescueRun(nothing, { kind: 'signal', signal: 'SIGTERM' })).toBe(3)
  expect(await rescueRun(nothing, { kind: 'silent', thread: 'the run', seconds: 20 })).toBe(3)
  expect(await rescueRun(nothing, { kind: 'broken', what: 'an error' })).toBe(4)
})
