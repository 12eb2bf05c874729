import { describe, expect, test } from 'vitest'
import { buildReport } from '../build.ts'
import { observation, sampleInput, sampleReport } from '../sample-report.fixture.ts'
import { writeJunit } from './junit.ts'
import { below, readXml, type XmlElement } from './strict-xml.fixture.ts'

const read = (...of: Parameters<typeof sampleReport>): XmlElement =>
  readXml(writeJunit(sampleReport(...of)))

const caseOf = (root: XmlElement, id: string): XmlElement | undefined =>
  below(root, 'testcase').find(({ attributes }) => attributes.get('name')?.startsWith(id))

/** Only a suite counts what was skipped. */
const tally = ({ name, attributes }: XmlElement) =>
  ['tests', 'failures', 'errors', ...(name === 'testsuite' ? ['skipped'] : [])].map((own) =>
    Number(attributes.get(own)),
  )

describe('writeJunit', () => {
  test('a failed MUST is a failure with what was expected and received', () => {
    const found = caseOf(read('deviating'), 'KRR-JWS-003')
    expect(found?.attributes.get('classname')).toBe('krr.JWS')
    const [failure] = found === undefined ? [] : below(found, 'failure')
    expect(failure?.attributes.get('message')).toBe(
      '/sertifikat: expected a signature made with the key of x5c[0], received <signature> & "more" (deviates in 1 of 2 places)',
    )
    expect(failure?.text).toContain('received <signature> & "more"')
  })

  test('a SHOULD deviation is told in the output of a case that does not fail', () => {
    const found = caseOf(read('deviating'), 'KRR-HTTP-005')
    expect(found?.children.map(({ name }) => name)).toEqual(['system-out'])
    expect(found?.children[0]?.text).toContain('expected nosniff')
  })

  test('what could not be judged is an error, never a failure', () => {
    const root = read('inconclusive')
    expect(below(root, 'failure')).toEqual([])
    expect(caseOf(root, 'KRR-JWS-003')?.children[0]).toMatchObject({ name: 'error' })
    expect(caseOf(root, 'KRR-JWS-006')?.children[0]).toMatchObject({ name: 'skipped' })
  })

  test('a broken harness is an error of its own type', () => {
    const [error] = below(read('broken'), 'error')
    expect(error?.attributes.get('type')).toBe('errored')
  })

  test('the tallies are those of the cases, of each suite and of the whole', () => {
    for (const kind of ['deviating', 'inconclusive', 'broken', 'partial'] as const) {
      const root = read(kind)
      for (const suite of [root, ...below(root, 'testsuite')]) {
        expect(tally(suite)).toEqual(
          ['testcase', 'failure', 'error', 'skipped']
            .slice(0, suite.name === 'testsuite' ? 4 : 3)
            .map((name) => below(suite, name).length),
        )
      }
    }
  })

  test('a run in which nothing was judged is not green', () => {
    const input = sampleInput('conformant')
    const observations = input.rules.map(({ id }) => ({
      ruleId: id,
      observation: observation('not-applicable', { reason: 'none' }),
    }))
    const root = readXml(writeJunit(buildReport({ ...input, observations })))
    expect(below(root, 'error').map(({ attributes }) => attributes.get('message'))).toEqual([
      'no MUST rule passed in SCOPE',
      'no MUST rule passed in BODY',
      'no MUST rule passed in NEG',
      'no MUST rule passed in JWS',
    ])
  })
})
