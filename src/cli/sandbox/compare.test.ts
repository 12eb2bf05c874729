import { expect, test } from 'vitest'
import { compareBaseline } from './compare.ts'

test('the hand-written suite sees what is plain, and takes what it does not look for', async () => {
  const lines: string[] = []
  const figures = await compareBaseline('JWS-SIGNATURE', (line) => lines.push(line))
  expect(lines[0]).toBe('UNMODIFIED  nothing')
  expect(figures.caught).toContain('DEF-JWS-SIGNATURE-IS-BROKEN')
  expect(figures.caught).not.toContain('DEF-JWS-SIGNATURE-OF-THE-DELETED-IS-BROKEN')
  expect(figures).toMatchObject({ variants: 0, falseAlarms: [], leftOut: 0 })
  expect(figures.defects).toBe(lines.length - 1)
}, 60_000)
