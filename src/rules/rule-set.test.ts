import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from './index.ts'
import { areas, type RuleId } from './rule.ts'
import { isRuleSetVersion, ruleSetVersion, rulesAddedIn, rulesOf } from './rule-set.ts'
import { ruleSetVersions } from './rule-set-version.ts'

const judged: readonly RuleId[] = rules.map(({ id }) => id)

describe('the set of rules', () => {
  test('has every file of a rule, each with the id of its folder and number', () => {
    const root = dirname(fileURLToPath(import.meta.url))
    const files = areas.flatMap((area) =>
      readdirSync(join(root, area.toLowerCase()))
        .filter((file) => /^\d{3}-.*(?<!\.test)\.ts$/.test(file))
        .map((file) => `KRR-${area}-${file.slice(0, 3)}`),
    )
    expect([...judged].sort()).toEqual(files.sort())
  })

  test('keeps what was released: no rule of a version is ever taken out', () => {
    expect(rulesOf(1).size).toBe(68)
    expect(rulesOf(2).size).toBe(128)
    expect([...rulesOf(2)].sort()).toEqual([...rulesOf(1), ...rulesAddedIn(2)].sort())
  })

  test('has titles of one form: a sentence of at most 70 characters, with a capital unless a wire name begins it', () => {
    const wireNames =
      /^(acr|alg|crit|digitalpost|epostadresse|iat|issuer|kids|kontaktinformasjon|mobiltelefonnummer)\b|^(personidentifikator|pid|postkasseleverandoeradresse|prompt|reservasjonstidspunkt|sertifikat|spraak|status)/
    const wrong = rules.filter(
      ({ title }) =>
        title.length > 70 ||
        /[.\n]$/.test(title) ||
        !(/^[A-Z]/.test(title) || wireNames.test(title)),
    )
    expect(wrong.map(({ id, title }) => `${id}: ${title}`)).toEqual([])
  })

  test('lets a gate that pins version 1 pass by what version 2 added', () => {
    const pinned = rulesOf(1)
    expect(pinned.has('KRR-AUTH-005')).toBe(true)
    expect(pinned.has('KRR-AUTH-006')).toBe(false)
  })

  test('is judged in its latest version, and no other number is a version', () => {
    expect(ruleSetVersions.at(-1)).toBe(ruleSetVersion)
    expect([1, 2, 3].every(isRuleSetVersion)).toBe(true)
    expect([0, 4, 1.5, '1', null, undefined].some(isRuleSetVersion)).toBe(false)
  })
})
