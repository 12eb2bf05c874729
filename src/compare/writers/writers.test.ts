import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../../report/hostile-report.fixture.ts'
import { sampleReport } from '../../report/sample-report.fixture.ts'
import { diff } from '../diff.ts'
import type { Comparison } from '../model.ts'
import { reportWith } from '../sample-exchanges.fixture.ts'
import { comparisonWriters } from './index.ts'

const formats = Object.entries(comparisonWriters)
const comparison = diff(sampleReport('conformant'), sampleReport('deviating'))
const withBehaviour: Comparison = {
  ...comparison,
  behaviour: diff(reportWith({}), reportWith({ status: 404 })).behaviour,
}

/** The comparison with this text wherever a text from outside can stand. */
const withText = (text: string): Comparison => ({
  ...withBehaviour,
  remarks: [text],
  from: { ...withBehaviour.from, environment: `a${text}`, run: text },
  rules: {
    ...withBehaviour.rules,
    differences: withBehaviour.rules.differences.map((own) => ({
      ...own,
      title: text,
      silenced: own.silenced.map(() => ({ where: text, from: text, to: text })),
      changed: own.changed.map(() => ({ where: text, from: text, to: text })),
    })),
  },
  behaviour: {
    ...withBehaviour.behaviour,
    differences: withBehaviour.behaviour.differences.map(({ code, places }) => ({
      code,
      at: text,
      from: text,
      to: text,
      places: places.map(() => text),
    })),
  },
})

describe('comparisonWriters', () => {
  test.each(formats)(
    '%s tells every rule that differs, and what differs in behaviour',
    (_, write) => {
      const text = write(withBehaviour)
      for (const { id } of comparison.rules.differences) expect(text).toContain(id)
      expect(text).toContain('status-changed')
      expect(text).toMatch(/[^\n]\n$/)
    },
  )

  test.each(formats)('%s says that nothing differs where nothing does', (format, write) => {
    const text = write(diff(sampleReport('conformant'), sampleReport('conformant')))
    expect(text).toMatch(format === 'json' ? /"same": true/ : /Nothing differs/)
  })

  test('whatever text comes from outside, each keeps its structure', () => {
    const tags = (page: string) => page.match(/<(?:!doctype|\/?[a-z][a-z0-9]*)/g)
    const { html, markdown, json, text } = comparisonWriters
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const [own, benign] = [withText(hostile), withText('word')]
        expect(tags(html(own))).toEqual(tags(html(benign)))
        expect(markdown(own).split('\n')).toHaveLength(markdown(benign).split('\n').length)
        expect(JSON.parse(json(own))).toHaveProperty('schemaVersion', 1)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing may steer a terminal
        expect(text(own)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
      }),
      { numRuns: 60 },
    )
  })
})
