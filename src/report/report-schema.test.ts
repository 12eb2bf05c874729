import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleKinds, sampleReport } from './sample-report.fixture.ts'
import { writeJson } from './writers/json.ts'

const schemaFile = new URL('report.schema.json', import.meta.url)
let isValid: (report: unknown) => boolean

beforeAll(async () => {
  const schema = JSON.parse(await readFile(schemaFile, 'utf8'))
  isValid = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(schema)
})

const written = (): Record<string, unknown> => JSON.parse(writeJson(sampleReport('deviating')))
const firstRule = () => sampleReport('deviating').rules[0]

describe('report.schema.json', () => {
  test('what is published in docs/schemas is the schema that is tested here', async () => {
    const schema = await readFile(schemaFile, 'utf8')
    await expect(schema).toMatchFileSnapshot('../../docs/schemas/report.schema.json')
  })

  test.each(sampleKinds)('a report of the kind %s is valid', (kind) => {
    expect(isValid(JSON.parse(writeJson(sampleReport(kind))))).toBe(true)
  })

  test('a report with what was recorded of the harness is valid, and one with half of it is not', () => {
    const matrix = {
      harnessVersion: '0.1.0',
      ruleSet: 2,
      recorded: '2026-11-23',
      rows: { defect: { detected: 3 } },
      expected: 3,
      proven: ['KRR-BODY-001'],
    }
    expect(isValid({ ...written(), harness: {} })).toBe(true)
    expect(isValid({ ...written(), harness: { matrix } })).toBe(true)
    expect(isValid({ ...written(), harness: { matrix: { ...matrix, rows: undefined } } })).toBe(
      false,
    )
    expect(isValid({ ...written(), harness: { matrix: { ...matrix, recorded: 'today' } } })).toBe(
      false,
    )
  })

  test('a report with what is known of it is valid, and one with half of it is not', () => {
    const covered = [
      {
        rule: 'KRR-JWS-003',
        fingerprint: 'f-0123456789abcdef',
        owner: 'team-krr',
        link: 'https://example.com/issues/1',
        expires: '2026-12-24',
      },
    ]
    expect(isValid({ ...written(), known: { covered, problems: ['x'] } })).toBe(true)
    expect(isValid({ ...written(), known: { covered } })).toBe(false)
  })

  test.each([
    ['another schema version', { schemaVersion: 2 }],
    ['an unknown verdict', { verdict: 'fine' }],
    ['no rules', { rules: [] }],
    ['a member that the model does not have', { secret: 'x' }],
    ['a selection that is neither', { run: { ...sampleReport('deviating').run, selection: 'x' } }],
    ['a rule without a citation', { rules: [{ ...firstRule(), citations: [] }] }],
    ['a rule id of another form', { rules: [{ ...firstRule(), id: 'KRR-SPEC-1' }] }],
    [
      'a failed observation without a finding',
      {
        rules: [
          {
            ...firstRule(),
            observations: [{ where: 'x', verdict: 'failed', findings: [], evidence: [] }],
          },
        ],
      },
    ],
  ])('%s is refused', (_what, change) => {
    expect(isValid({ ...written(), ...change })).toBe(false)
  })

  /** What reports of earlier harnesses do without. */
  const later = ['picture', 'expiries', 'flakes']
  const members = Object.keys(JSON.parse(writeJson(sampleReport('conformant'))))
  test.each(members.filter((member) => !later.includes(member)))(
    'a report without %s is refused',
    (member) => {
      const { [member]: _left, ...rest } = written()
      expect(isValid(rest)).toBe(false)
    },
  )
})
