import { expect, test } from 'vitest'
import { rules } from './index.ts'
import type { RuleHeader } from './rule.ts'

const marked = (mark: 'intrusive' | 'byClock' | 'tellsOfPerson' | 'onWholeRun') =>
  rules.filter((rule: RuleHeader) => rule[mark] === true).map(({ id }) => id.slice('KRR-'.length))

test('a rule that is judged by what never goes to production says so', () => {
  const auth = ['005', '006', '007', '008', '009', '010', '011', '013']
  const patch = ['006', '007', '008', '009', '010', '011', '012', '013', '015', '016']
  expect(marked('intrusive')).toEqual([
    ...auth.map((number) => `AUTH-${number}`),
    'SCOPE-009',
    'SCOPE-010',
    ...patch.map((number) => `PATCH-${number}`),
    'HTTP-001',
    'HTTP-009',
  ])
})

test('a rule whose own words say what reservasjon or varslingsstatus is says so', () => {
  const numbers = ['009', '010', '011', '024', '025', '027']
  expect(marked('tellsOfPerson')).toEqual(numbers.map((number) => `BODY-${number}`))
})

test('a rule that goes by this machine’s clock says so', () => {
  expect(marked('byClock')).toEqual([
    'OP-006',
    'OP-010',
    'BODY-007',
    'BODY-016',
    'BODY-027',
    'JWS-005',
    'JWS-006',
    'JWS-010',
    'JWS-011',
    'TLS-003',
  ])
})

test('a rule that is judged on whatever a full run comes to ask for says so', () => {
  expect(marked('onWholeRun')).toEqual(['SPEC-006', 'JWS-011', 'PATCH-014', 'HTTP-008'])
})
