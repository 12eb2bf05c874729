import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../contract/project-folder.ts'
import { plain } from '../report/terminal-text.ts'
import { decide } from './decide.ts'
import type { GateInput } from './decision.ts'
import { reasonCodes } from './reason.ts'
import {
  inOrder,
  knownOf,
  person,
  reportOf,
  sideOf,
  trustingPolicy,
  usualAnswers,
  withRule,
} from './situation.fixture.ts'
import { decisionLines } from './writers/text.ts'

const page = readFile(join(projectFolder(), 'docs', 'gate.md'), 'utf8')

const { spraak: _, ...withoutLanguage } = person
const prod = reportOf('prod')
const examples: Readonly<Record<string, GateInput>> = {
  yes: inOrder({
    to: sideOf(
      'prod',
      withRule(withRule(prod, 'KRR-JWS-003', 'failed'), 'KRR-PATCH-003', 'not-exercised'),
    ),
    known: [knownOf('KRR-JWS-003')],
    policy: {
      ...trustingPolicy,
      environments: { prod: { notExercised: ['PATCH'], notApplicable: [] } },
    },
  }),
  no: inOrder({
    to: sideOf(
      'prod',
      withRule(reportOf('prod', usualAnswers(withoutLanguage)), 'KRR-ERR-001', 'failed'),
    ),
  }),
  unknown: inOrder({
    to: sideOf('prod', withRule(prod, 'KRR-PATCH-003', 'not-exercised')),
    now: new Date('2026-11-26T12:00:00.000Z'),
  }),
}

test.each(Object.entries(examples))(
  'docs/gate.md shows %s as the console prints it',
  async (answer, input) => {
    const decision = decide(input)
    expect(decision.answer).toBe(answer)
    const lines = decisionLines(decision, { columns: 90, paint: plain })
    expect(await page).toContain(`\`\`\`text\n${lines.join('\n')}\n\`\`\``)
  },
)

test('docs/gate.md names every code, in its row of what it says', async () => {
  const rows = (await page).split('\n').filter((line) => line.startsWith('| `'))
  for (const [code, answer] of Object.entries(reasonCodes)) {
    const own = rows.filter((line) => line.includes(`\`${code}\``))
    expect(own, code).toHaveLength(1)
    expect(own[0], code).toContain(`| ${answer} |`)
  }
})
