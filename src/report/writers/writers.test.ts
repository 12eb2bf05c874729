import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countRules } from '../counts.ts'
import { hostileText, withText } from '../hostile-report.fixture.ts'
import type { ConformanceReport } from '../model.ts'
import { sampleKinds, sampleReport } from '../sample-report.fixture.ts'
import { writers } from './index.ts'
import { below, readXml } from './strict-xml.fixture.ts'

/** The figures as a reader of each format finds them. */
const figuresIn = (report: ConformanceReport) => {
  const cells = (row: string, cell: RegExp) =>
    [...row.matchAll(cell)].map(([, number = '']) => Number(number))
  const markdown = writers['summary.md'](report)
  const html = writers['report.html'](report)
  const xml = readXml(writers['junit.xml'](report))
  const verdictsOf = (level: string) =>
    below(xml, 'testcase').flatMap((testcase) => {
      const properties = below(testcase, 'property').map(({ attributes }) => attributes)
      const propertyOf = (name: string) =>
        properties.find((own) => own.get('name') === name)?.get('value')
      return propertyOf('level') === level ? [propertyOf('verdict') ?? ''] : []
    })
  return {
    json: JSON.parse(writers['report.json'](report)).counts.byLevel,
    markdown: (level: string) =>
      cells(new RegExp(`^\\| ${level} (\\|.*)$`, 'm').exec(markdown)?.[1] ?? '', / (\d+) \|/g),
    html: (level: string) =>
      cells(
        new RegExp(`<th scope="row">${level}</th>(.*)</tr>`).exec(html)?.[1] ?? '',
        /<td class="number[^"]*">(\d+)<\/td>/g,
      ),
    junit: verdictsOf,
  }
}

describe('writers', () => {
  test.each(sampleKinds)('the figures of all formats agree: %s', (kind) => {
    const report = sampleReport(kind)
    const counts = countRules(report.rules)
    const figures = figuresIn(report)
    expect(figures.json).toEqual(counts.byLevel)
    for (const level of ['MUST', 'SHOULD', 'INFO'] as const) {
      const numbers = Object.entries(counts.byLevel[level])
      expect(figures.markdown(level).toSorted()).toEqual(numbers.map(([, n]) => n).toSorted())
      expect(figures.html(level)).toEqual(figures.markdown(level))
      for (const [verdict, number] of numbers) {
        expect(figures.junit(level).filter((own) => own === verdict)).toHaveLength(number)
      }
    }
  })

  test.each(sampleKinds)('every format names the verdict: %s', (kind) => {
    const report = sampleReport(kind)
    for (const [file, write] of Object.entries(writers)) {
      if (file !== 'evidence.har') expect(write(report)).toContain(report.verdict)
    }
  })

  test('the same report gives the same text, ending in one line feed', () => {
    for (const write of Object.values(writers)) {
      const text = write(sampleReport('deviating'))
      expect(text).toBe(write(sampleReport('deviating')))
      expect(text).toMatch(/[^\n]\n$/)
    }
  })

  test('every format parses, and keeps its structure, whatever text comes from outside', () => {
    const tags = (html: string) => html.match(/<(?:!doctype|\/?[a-z][a-z0-9]*)/g)
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...sampleKinds), (text, kind) => {
        const report = withText(sampleReport(kind), text)
        const benign = withText(sampleReport(kind), 'word')
        expect(JSON.parse(writers['report.json'](report)).rules).toHaveLength(report.rules.length)
        expect(JSON.parse(writers['evidence.har'](report)).log.version).toBe('1.2')
        expect(below(readXml(writers['junit.xml'](report)), 'testcase').length).toBe(
          below(readXml(writers['junit.xml'](benign)), 'testcase').length,
        )
        expect(tags(writers['report.html'](report))).toEqual(tags(writers['report.html'](benign)))
        expect(writers['summary.md'](report).split('\n')).toHaveLength(
          writers['summary.md'](benign).split('\n').length,
        )
      }),
      { numRuns: 60 },
    )
  })
})
