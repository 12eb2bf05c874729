import { describe, expect, test } from 'vitest'
import type { ConformanceReport, MatrixFigures } from './model.ts'
import { sampleReport } from './sample-report.fixture.ts'
import { trustSentence } from './trust-sentence.ts'
import { writeHtml } from './writers/html/page.ts'
import { writeJson } from './writers/json.ts'
import { writeMarkdown } from './writers/markdown.ts'

const sample = sampleReport('conformant')
const ids = sample.rules.map(({ id }) => id)

const recorded = (differs: Partial<MatrixFigures> = {}): ConformanceReport => ({
  ...sample,
  harness: {
    matrix: {
      harnessVersion: sample.run.harnessVersion,
      ruleSet: sample.run.ruleSet,
      recorded: '2026-11-23',
      rows: {
        control: { accepted: 1 },
        defect: { detected: 3, missed: 1 },
        variant: { accepted: 2 },
      },
      expected: 6,
      proven: ids,
      ...differs,
    },
  },
})

describe('trustSentence', () => {
  test('says how many rows there were of each kind and how many came out as they must', () => {
    expect(trustSentence(recorded())).toBe(
      `Defect matrix of 2026-11-23: 6 of 7 servers judged as they must be (4 defects, 2 conforming variants). All ${ids.length} rules were seen to trip. Where this proof is thin stands in docs/weak.md.`,
    )
  })

  test('names the rules that nothing has proven', () => {
    expect(trustSentence(recorded({ proven: ids.slice(1) }))).toContain(
      `${ids.length - 1} of ${ids.length} rules were seen to trip, not ${ids[0]}.`,
    )
  })

  test.each([{ harnessVersion: '0.0.1' }, { ruleSet: 99 }])(
    'says that %j is another harness',
    (differs) => {
      expect(trustSentence(recorded(differs))).toContain('and not for this one')
      expect(trustSentence(recorded())).not.toContain('and not for this one')
    },
  )

  test('says how many findings showed again, and how many were fixed, where they were replayed', () => {
    const replays = { rows: 3, findings: 40, reproduced: 40, fixed: 39 }
    expect(trustSentence(recorded({ replays }))).toContain(
      'Of 40 findings replayed, 40 showed again with the defect and 39 were fixed without it.',
    )
  })

  test('says that nothing was recorded', () => {
    expect(trustSentence(sample)).toBe('No defect matrix was recorded for this harness.')
    expect(trustSentence({ ...sample, harness: {} })).toBe(trustSentence(sample))
  })

  test('stands in the page and in the summary, its figures in the JSON', () => {
    const report = recorded()
    expect(writeHtml(report)).toContain('Defect matrix of 2026-11-23')
    expect(writeMarkdown(report)).toContain('Defect matrix of 2026-11-23')
    expect(JSON.parse(writeJson(report))).toMatchObject({ harness: report.harness })
  })
})
