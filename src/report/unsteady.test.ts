import { expect, test } from 'vitest'
import { everyReading } from '../rules/body/022-asked-twice-the-person-is-the-same.ts'
import type { RuleId } from '../rules/rule.ts'
import type { Observation } from './model.ts'
import { settleUnsteady } from './unsteady.ts'

const plain = { at: 'status', expected: 'a refusal, 4xx', actual: '200' }
const compared = { at: '/status', expected: 'a', actual: 'b', byComparison: true } as const

const failed = (
  ruleId: RuleId,
  findings: Observation['findings'],
  { where = 'here', evidence = ['x-001'] } = {},
): { readonly ruleId: RuleId; readonly observation: Observation } => ({
  ruleId,
  observation: { where, verdict: 'failed', findings, evidence },
})
const passed = (ruleId: RuleId): ReturnType<typeof failed> => ({
  ruleId,
  observation: { where: 'there', verdict: 'passed', findings: [], evidence: [] },
})

const verdicts = (judged: Parameters<typeof settleUnsteady>[0]) =>
  settleUnsteady(judged).map(({ observation }) => [
    observation.verdict,
    observation.findings.length,
  ])

const unsteady = failed('KRR-BODY-022', [compared])

test('a person who stays the same leaves every finding', () => {
  expect(verdicts([failed('KRR-PATCH-010', [compared])])).toEqual([['failed', 1]])
})

test('where asked twice the person differs, what a comparison found is inconclusive, and names the cause', () => {
  const judged = settleUnsteady([unsteady, failed('KRR-PATCH-010', [compared])])
  expect(judged.map(({ observation }) => observation.verdict)).toEqual(['failed', 'inconclusive'])
  expect(judged[1]?.observation).toMatchObject({
    follows: 'KRR-BODY-022',
    reason: expect.stringContaining('KRR-BODY-022'),
  })
})

test('what was found beside a comparison stands', () => {
  expect(verdicts([unsteady, failed('KRR-AUTH-006', [plain, compared])])).toEqual([
    ['failed', 1],
    ['failed', 1],
  ])
})

test('what came of an answer that shows the odd value is inconclusive; of the one it is held against it is not', () => {
  const place = { where: everyReading, evidence: ['x-001', 'x-002'] }
  const whole = failed('KRR-BODY-022', [compared], place)
  const at = (id: string) => failed('KRR-SCOPE-002', [plain], { evidence: [id] })
  expect(verdicts([whole, at('x-001'), at('x-002')]).slice(1)).toEqual([
    ['failed', 1],
    ['inconclusive', 0],
  ])
})

test('somebody else now and then is the cause of all of it; the same somebody each time is steady', () => {
  const other = failed('KRR-BODY-002', [plain])
  const follows = failed('KRR-SCOPE-002', [plain])
  expect(verdicts([other, passed('KRR-BODY-002'), follows, unsteady])).toEqual([
    ['failed', 1],
    ['passed', 0],
    ['inconclusive', 0],
    ['inconclusive', 0],
  ])
  expect(verdicts([other, follows])).toEqual([
    ['failed', 1],
    ['failed', 1],
  ])
})

test('a mix-up of whole people stays a failure, and follows from somebody else who came now and then', () => {
  const number = { ...plain, at: '/personidentifikator' }
  const cause = [failed('KRR-BODY-002', [number]), passed('KRR-BODY-002')]
  const ofMixUp = (at: string, own = cause) =>
    settleUnsteady([...own, failed('KRR-AUTH-016', [{ ...number, at }])]).at(-1)?.observation
  expect(ofMixUp('/personidentifikator')).toMatchObject({
    verdict: 'failed',
    follows: 'KRR-BODY-002',
  })
  // A value of somebody else in one's own document is told by nothing else.
  expect(ofMixUp('/spraak')).not.toHaveProperty('follows')
  expect(ofMixUp('/personidentifikator', [unsteady])).not.toHaveProperty('follows')
})
