import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../contract/project-folder.ts'
import { provenBy } from './defect.ts'
import { faultCodeOf, faultCodes } from './fault-codes.ts'
import { defects } from './index.ts'

const codesOf = new Map(
  defects.map((defect) => [defect.id, faultCodeOf(defect.id, provenBy(defect))]),
)
const having = (code: number | undefined) => [...codesOf.values()].filter((own) => own === code)

test('a code has defects, or a reason why it has none', () => {
  const codes = faultCodes.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const { code, absent } of faultCodes)
    expect([code, having(code).length > 0]).toEqual([code, absent === undefined])
})

test('every id that is named is a defect with that code', () => {
  for (const { code, ids = [] } of faultCodes)
    for (const id of ids) expect([id, codesOf.get(id)]).toEqual([id, code])
})

test('docs/defects.md has the codes, with whose defects have them or why none has', () => {
  const page = readFileSync(join(projectFolder(), 'docs', 'defects.md'), 'utf8')
  const rows = [...faultCodes]
    .sort((one, other) => one.code - other.code)
    .map(({ code, name, absent, rules = [], ids = [] }) =>
      [code, name, absent ?? [...rules, ...ids].join(', ')].join(' | '),
    )
  expect(page).toContain(rows.map((row) => `| ${row} |`).join('\n'))
})
