import { expect, test } from 'vitest'
import type { Injections } from '../reference/seams.ts'
import { formats } from '../report/writers/index.ts'
import { reportsOn } from './hostile-run.fixture.ts'

/** The longest that the harness reads of anything, many times over: 75 MB of report came of it once. */
const entries = Array.from({ length: 10_000 }, (_, at) => `MIIB${at}${'A'.repeat(80)}`)

const ofHostileSize = (): Injections => ({
  jws: (own) => ({ ...own, header: { ...own.header, x5c: entries } }),
  errorDocument: (own) => ({ ...own, title: 't'.repeat(100_000), detail: 'd'.repeat(100_000) }),
})

test('a target that sends 10 000 certificates and long reasons makes no larger report than a bound', {
  timeout: 300_000,
}, async () => {
  const [plain, hostile] = await reportsOn([
    { injections: () => ({}) },
    { injections: ofHostileSize },
  ])
  if (plain === undefined || hostile === undefined) throw new RangeError('no report')
  expect(hostile.verdict).toBe('deviating')
  const grown = (format: 'json' | 'html' | 'markdown' | 'junit') =>
    formats[format].write(hostile).length - formats[format].write(plain).length
  expect(grown('json')).toBeLessThan(8_000_000)
  expect(grown('html')).toBeLessThan(2_000_000)
  expect(grown('markdown')).toBeLessThan(1_000_000)
  expect(grown('junit')).toBeLessThan(8_000_000)
})
