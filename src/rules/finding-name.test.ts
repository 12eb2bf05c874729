import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../report/hostile-report.fixture.ts'
import { findingName, parseFindingName } from './finding-name.ts'

describe('a finding’s name', () => {
  test('is the same in every run: these are in reports and chats already', () => {
    const where = 'kontaktinformasjon+digitalpost, application/jose'
    expect(findingName('KRR-JWS-003', where)).toMatchInlineSnapshot(`"KRR-JWS-003.gbcpx"`)
    expect(findingName('KRR-PATCH-001', 'spraak "en", spraak')).toMatchInlineSnapshot(
      `"KRR-PATCH-001.dpsfg"`,
    )
  })

  test('is one word for shells, chats and double clicks, whatever the place is called', () => {
    fc.assert(
      fc.property(hostileText, (where) => {
        expect(findingName('KRR-JWS-003', where)).toMatch(/^KRR-JWS-003\.[b-df-hj-np-tv-z]{5}$/)
      }),
    )
  })

  test('is read back, whatever the place is called', () => {
    fc.assert(
      fc.property(hostileText, (where) => {
        const name = findingName('KRR-AUTH-012', where)
        expect(parseFindingName(name)).toEqual({ ruleId: 'KRR-AUTH-012', name })
      }),
    )
  })

  test('tells places apart that differ in one character', () => {
    const names = Array.from({ length: 500 }, (_, at) =>
      findingName('KRR-JWS-003', `place ${at}, application/json`),
    )
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('what somebody copied', () => {
  const name = 'KRR-JWS-003.bqhpr'

  test('is what was named', () => {
    expect(findingName('KRR-JWS-003', 'a')).toBe(name)
  })

  test.each([
    [`\`${name}\``],
    [` ${name}.`],
    [`("${name}`],
    [`(${name}),`],
    [`"${name}"`],
    [name.toLowerCase()],
    [name.toUpperCase()],
  ])('%s is the finding', (text) => {
    expect(parseFindingName(text)).toEqual({ ruleId: 'KRR-JWS-003', name })
  })

  test('may be a rule alone', () => {
    expect(parseFindingName('KRR-JWS-003:')).toEqual({ ruleId: 'KRR-JWS-003', name: undefined })
  })

  test.each([
    [''],
    ['JWS-003'],
    ['KRR-JWS-3'],
    ['KRR-JWS-003.2'],
    ['KRR-JWS-003.aeiou'],
    ['KRR-JWS-003.kwzm'],
    ['KRR-JWS-003.kwzmtt'],
    ['KRR-JWS-003.kwzma'],
    ['KRR-(JWS-003'],
    [`${name} ${name}`],
    ['KRR-JWS-003@"kontaktinformasjon, application/jose"'],
    ['KRR-JWS-003.\u202ekwzmt'],
  ])('%j is none', (text) => {
    expect(parseFindingName(text)).toBeUndefined()
  })
})
