import { describe, expect, test } from 'vitest'
import { rules } from './index.ts'
import type { RuleId } from './rule.ts'
import {
  isRuleSetVersion,
  ruleSetVersion,
  ruleSetVersions,
  rulesAddedIn,
  rulesOf,
  sinceVersion,
} from './rule-set.ts'

const judged: readonly RuleId[] = rules.map(({ id }) => id)
const listed = ruleSetVersions.flatMap(rulesAddedIn)

describe('the set of rules', () => {
  test('has every rule in exactly one version', () => {
    expect(listed.filter((id, index) => listed.indexOf(id) !== index)).toEqual([])
    expect(judged.filter((id) => sinceVersion(id) === undefined)).toEqual([])
  })

  test('promises no rule that is not judged', () => {
    expect(listed.filter((id) => !judged.includes(id))).toEqual([])
  })

  test('grows: a version has all rules of the one before it', () => {
    expect([...rulesOf(2)]).toEqual([...rulesOf(1), ...rulesAddedIn(2)])
    expect(rulesOf(1).size).toBe(68)
    expect(rulesOf(2).size).toBe(129)
  })

  test('lets a gate that pins version 1 pass by what version 2 added', () => {
    const pinned = rulesOf(1)
    expect(pinned.has('KRR-AUTH-005')).toBe(true)
    expect(pinned.has('KRR-AUTH-006')).toBe(false)
    expect(sinceVersion('KRR-AUTH-005')).toBe(1)
    expect(sinceVersion('KRR-AUTH-006')).toBe(2)
    expect(sinceVersion('KRR-AUTH-099')).toBeUndefined()
  })

  test('is judged in its latest version, and no other number is a version', () => {
    expect(ruleSetVersions.at(-1)).toBe(ruleSetVersion)
    expect([1, 2].every(isRuleSetVersion)).toBe(true)
    expect([0, 3, 1.5, '1', null, undefined].some(isRuleSetVersion)).toBe(false)
  })
})
