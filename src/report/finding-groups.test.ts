import { expect, test } from 'vitest'
import { findingGroups } from './finding-groups.ts'
import { fingerprintOf } from './fingerprint.ts'
import { observation, sampleReport } from './sample-report.fixture.ts'

const finding = { at: 'status', expected: '401', actual: '200' }
const { target } = sampleReport('deviating')
const of = (where: string, actual = '200') =>
  fingerprintOf('KRR-NEG-001', where, { ...finding, actual }, target)
const failed = (where: string, evidence: string, actual = '200') =>
  observation('failed', { where, findings: [{ ...finding, actual }], evidence: [evidence] })

test('the same difference in many places is one group, in the order found', () => {
  const observations = [
    failed('GET', 'x-001'),
    failed('PATCH', 'x-002', '500'),
    failed('HEAD', 'x-003'),
  ]
  expect(findingGroups({ id: 'KRR-NEG-001', observations }, target)).toEqual([
    {
      finding,
      places: [
        { where: 'GET', evidence: ['x-001'], fingerprint: of('GET') },
        { where: 'HEAD', evidence: ['x-003'], fingerprint: of('HEAD') },
      ],
    },
    {
      finding: { ...finding, actual: '500' },
      places: [{ where: 'PATCH', evidence: ['x-002'], fingerprint: of('PATCH', '500') }],
    },
  ])
})
