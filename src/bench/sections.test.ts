import { expect, test } from 'vitest'
import { withFirstPart, withSection } from './page.ts'

const page = '# Benchmarks\n\nfirst\n\n## Soak\n\n- Runs: 1\n'

test('a section takes the place of the earlier one of its heading, and leaves the others', () => {
  const both = withSection(page, '## Side by side\n\n- quick\n')
  expect(both).toBe(`${page}\n## Side by side\n\n- quick\n`)
  expect(withSection(both, '## Soak\n\n- Runs: 2\n')).toBe(both.replace('Runs: 1', 'Runs: 2'))
})

test('another first part leaves every section', () => {
  expect(withFirstPart(page, '# Benchmarks\n\nsecond')).toBe(page.replace('first', 'second'))
})
