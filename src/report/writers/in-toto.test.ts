import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { sampleKinds, sampleReport } from '../sample-report.fixture.ts'
import { writeInToto } from './in-toto.ts'
import { messages, publishedMessages, statementSchema } from './in-toto-messages.fixture.ts'
import { writeJson } from './json.ts'

/** A checkout of in-toto's attestation framework, to hold the tables of this test against what it publishes. */
const checkout = process.env['KRR_IN_TOTO']

const defined = checkout === undefined ? messages : await publishedMessages(checkout)
const isStatement = new Ajv2020({ strict: false }).compile(statementSchema(defined))
const written = (kind: (typeof sampleKinds)[number]) => JSON.parse(writeInToto(sampleReport(kind)))

describe('the in-toto statement', () => {
  test.each(sampleKinds)('is a statement v1 with a test result v0.1: %s', (kind) => {
    expect(isStatement(written(kind)), JSON.stringify(isStatement.errors)).toBe(true)
  })

  const statement = written('deviating')
  const { predicate } = statement
  const [{ digest }] = statement.subject
  test.each([
    ['another version', { _type: 'https://in-toto.io/Statement/v0.1' }],
    ['another predicate', { predicateType: 'https://in-toto.io/attestation/test-result/v1' }],
    ['a field more', { colour: 'red' }],
    ['no subject', { subject: [] }],
    ['a subject without a digest', { subject: [{ name: 'report.json' }] }],
    ['a digest that is no string', { subject: [{ digest: { sha256: 1 } }] }],
    ['a subject with a field more', { subject: [{ digest, size: 3 }] }],
    ['no result', { predicate: { ...predicate, result: undefined } }],
    ['another result', { predicate: { ...predicate, result: 'PARTIAL' } }],
    ['no configuration', { predicate: { ...predicate, configuration: undefined } }],
    ['a configuration that is nothing', { predicate: { ...predicate, configuration: [{}] } }],
    ['a name in the protobuf’s own form', { predicate: { ...predicate, passed_tests: [] } }],
    ['a test that is an object', { predicate: { ...predicate, failedTests: [{ name: 'x' }] } }],
  ])('%s is refused', (_what, change) => {
    const changed = JSON.parse(JSON.stringify({ ...statement, ...change }))
    expect(isStatement(changed)).toBe(false)
  })

  test('its subject is report.json, by its digest', () => {
    const sha256 = createHash('sha256')
      .update(writeJson(sampleReport('deviating')))
      .digest('hex')
    expect(statement.subject).toEqual([{ name: 'report.json', digest: { sha256 } }])
  })

  test.each(sampleKinds)('has each rule once, and each failed MUST as failed: %s', (kind) => {
    const { rules } = sampleReport(kind)
    const { passedTests, warnedTests, failedTests, result } = written(kind).predicate
    expect([...passedTests, ...warnedTests, ...failedTests].toSorted()).toEqual(
      rules.map(({ id }) => id).toSorted(),
    )
    const failed = rules.filter(({ level, verdict }) => level === 'MUST' && verdict === 'failed')
    for (const { id } of failed) expect(failedTests).toContain(id)
    if (failed.length > 0) expect(result).toBe('FAILED')
  })
})

test.runIf(checkout !== undefined)('the tables of this test are what in-toto publishes', () => {
  expect(defined).toEqual(messages)
})
