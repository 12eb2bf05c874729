import { describe, expect, test } from 'vitest'
import { encodings, spellings } from './encodings.ts'

describe('encodings', () => {
  const value = 'å b+"c>?'

  test('of a value are as it is, for URLs, for JSON, in hex and reversed', () => {
    const found = encodings(value)
    for (const written of [
      value,
      '%C3%A5%20b%2B%22c%3E%3F',
      '%C3%A5+b%2B%22c%3E%3F',
      'å b+\\"c>?',
      'c3a520622b22633e3f',
      '?>c"+b å',
    ]) {
      expect(found).toContain(written)
    }
  })

  test('are in base64 what depends on the value alone, at each alignment, in both alphabets', () => {
    expect([...encodings(value)].slice(6)).toEqual([
      'w6UgYisiYz4/',
      'w6UgYisiYz4_',
      'OlIGIrImM+P',
      'OlIGIrImM-P',
      'DpSBiKyJjPj',
    ])
  })

  test('of a value with half a surrogate pair are those that it has', () => {
    const half = 'somebody\ud800@example.com'
    expect([...encodings(half)]).toContain(half)
    expect([...encodings(half)]).toContain('somebody%EF%BF%BD%40example.com')
  })

  test('are left out in base64 where they would be too short to be told from other text', () => {
    expect([...encodings('abcdef')]).toEqual(['abcdef', '616263646566', 'fedcba', 'YWJjZGVm'])
  })
})

describe('spellings', () => {
  test('of a number of a person are in groups, and without its leading zeros', () => {
    expect(spellings('pid', '00818510073')).toEqual([
      '00818510073',
      '008185 10073',
      '008185-10073',
      '008185.10073',
      '818510073',
      ...[2, 8, 16, 36].map((radix) => (818510073).toString(radix)),
    ])
  })

  test('of a number of a person that begins with no zero have all of its zeros', () => {
    expect(spellings('pid', '21855910073')[4]).toBe('21855910073')
  })

  test.each([
    ['+4798765432', ['+4798765432', '4798765432', '98765432', '98 76 54 32', '987 65 432']],
    ['004798765432', ['004798765432', '4798765432', '98765432', '98 76 54 32', '987 65 432']],
    ['+46701234567', ['+46701234567', '46701234567']],
    ['+479999999', ['+479999999', '479999999']],
    ['+47999999990', ['+47999999990', '47999999990']],
    ['+1234799999999', ['+1234799999999', '1234799999999']],
    ['+12300456', ['+12300456', '12300456', '12 30 04 56', '123 00 456']],
    ['12+345678', ['12+345678']],
  ])('of the mobile number %s are those without sign and country, and in groups', (number, all) => {
    expect(spellings('mobiltelefonnummer', number)).toEqual(all)
  })

  test('of anything else there is one', () => {
    expect(spellings('code', '004799999999')).toEqual(['004799999999'])
  })
})
