import { expect, test } from 'vitest'
import { sensitiveValues } from './learn.ts'

test('sensitive values are found by name in any letter case, at any depth, numbers among them', () => {
  const document = {
    PID: 20914695016,
    status: 'AKTIV',
    people: [{ kontaktinformasjon: { epostadresse: 'a@example.org', kilde: 1 } }],
    name: { navn: 'Kari' },
    code: null,
    sub: true,
  }
  expect(sensitiveValues([document])).toEqual([
    ['pid', '20914695016'],
    ['epostadresse', 'a@example.org'],
    ['name', 'Kari'],
  ])
})

test('what is no document has none', () => {
  expect([null, 'pid', 1, undefined].flatMap(sensitiveValues)).toEqual([])
})
