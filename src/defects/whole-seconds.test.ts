import { expect, test } from 'vitest'
import type { Injections } from '../reference/seams.ts'
import { reportsOn } from './hostile-run.fixture.ts'

/** So much passes by this clock with each accepted change: between two of them a second ends every other time. */
const halfSecond = 500

/**
 * A register whose clock stands still but for its changes, and for what a run lets pass. With one of two phases a second
 * ends between a change and the same one again, with the other it does not.
 */
const register = (phase: number) => (): Injections => {
  const start = Math.floor(Date.now() / 1_000) * 1_000 - 60_000 + phase
  let changes = 0
  return {
    patchEffect(stored, { decision, now }) {
      if (decision.kind !== 'accepted' || stored?.spraak === undefined) return stored
      changes += 1
      const passed = Math.round((now - Date.now()) / 1_000) * 1_000
      return { ...stored, spraak_oppdatert: start + changes * halfSecond + passed }
    },
  }
}

test('whether spraak_oppdatert moves with the same change again does not hang on where a second ends', {
  timeout: 300_000,
}, async () => {
  const reports = await reportsOn([0, halfSecond].map((phase) => ({ injections: register(phase) })))
  const met = reports.map((report) =>
    report?.rules
      .find(({ id }) => id === 'KRR-PATCH-006')
      ?.observations.map(({ verdict, met: reading }) => [verdict, reading]),
  )
  const moves = [['passed', 'spraak_oppdatert moves with each request']]
  expect(met).toEqual([moves, moves])
})
