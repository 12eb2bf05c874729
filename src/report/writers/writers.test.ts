import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countRules } from '../counts.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { hostileText, withText } from '../hostile-report.fixture.ts'
import type { ConformanceReport } from '../model.ts'
import { sampleKinds, sampleReport } from '../sample-report.fixture.ts'
import { formats, writers } from './index.ts'
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
      const [output] = below(testcase, 'system-out')
      const isOfLevel = output?.text.startsWith(`level: ${level}\n`) === true
      return isOfLevel ? [testcase.attributes.get('status') ?? ''] : []
    })
  const ctrf: { results: { tests: { labels?: { level: string }; rawStatus: string }[] } } =
    JSON.parse(formats.ctrf.write(report))
  const sarif: { runs: [{ results: { properties: { level: string; verdict: string } }[] }] } =
    JSON.parse(formats['sarif-all'].write(report))
  const events: { event: string; level: string; verdict: string }[] = formats.ndjson
    .write(report)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
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
    ctrf: (level: string) =>
      ctrf.results.tests.flatMap(({ labels, rawStatus }) =>
        labels?.level === level ? [rawStatus] : [],
      ),
    sarif: (level: string) =>
      sarif.runs[0].results.flatMap(({ properties }) =>
        properties.level === level ? [properties.verdict] : [],
      ),
    ndjson: (level: string) =>
      events.flatMap((own) => (own.event === 'rule' && own.level === level ? [own.verdict] : [])),
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
        for (const format of ['junit', 'ctrf', 'sarif', 'ndjson'] as const) {
          expect(figures[format](level).filter((own) => own === verdict)).toHaveLength(number)
        }
      }
    }
  })

  test.each(sampleKinds)('every format names the verdict: %s', (kind) => {
    const report = sampleReport(kind)
    for (const { file, write } of Object.values(formats)) {
      if (file !== 'evidence.har') expect(write(report)).toContain(report.verdict)
    }
  })

  test.each(['html', 'junit', 'ctrf', 'markdown', 'sarif', 'ndjson'] as const)(
    '%s has the name and the fingerprint of each finding of a failed MUST',
    (name) => {
      const report = sampleReport('deviating')
      const text = formats[name].write(report)
      const failed = report.rules.filter(
        ({ level, verdict }) => level === 'MUST' && verdict === 'failed',
      )
      const marks = failed.flatMap(({ id, observations }) =>
        observations.flatMap(({ where, name: own = '', findings }) =>
          findings.flatMap((finding) => [own, fingerprintOf(id, where, finding, report.target)]),
        ),
      )
      expect(marks.length).toBeGreaterThan(3)
      for (const mark of marks) {
        expect(mark).toMatch(/^(KRR-[A-Z]+-\d{3}\.[a-z]{5}|f-[\da-f]{16})$/)
        expect(text).toContain(mark)
      }
    },
  )

  test('the same report gives the same text, ending in one line feed', () => {
    for (const { write } of Object.values(formats)) {
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
        for (const name of ['ctrf', 'sarif', 'in-toto'] as const)
          JSON.parse(formats[name].write(report))
        for (const line of formats.ndjson.write(report).trimEnd().split('\n')) JSON.parse(line)
        expect(
          readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${formats.badge.write(report)}`).name,
        ).toBe('svg')
        expect(tags(writers['report.html'](report))).toEqual(tags(writers['report.html'](benign)))
        expect(writers['summary.md'](report).split('\n')).toHaveLength(
          writers['summary.md'](benign).split('\n').length,
        )
      }),
      { numRuns: 60 },
    )
  })
})
