import { describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { rules } from '../../rules/index.ts'
import { ruleSetVersion } from '../../rules/rule-set.ts'
import type { Terminal } from '../command.ts'
import { rulesCommand } from './rules.ts'

const run = async (...args: readonly string[]) => {
  const lines: string[] = []
  const terminal: Terminal = {
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(line),
    columns: 80,
    interactive: false,
  }
  return { code: await rulesCommand.run(args, terminal), lines }
}

describe('krr rules', () => {
  test('lists every rule, and of a single one the sentences that it stands on', async () => {
    const all = await run()
    expect(all.code).toBe(exitCodes.conformant)
    expect(all.lines).toHaveLength(rules.length + 1)
    const { lines } = await run('krr-jws-004')
    expect(lines.slice(0, 2)).toEqual([
      'KRR-JWS-004  MUST    standard    Each certificate in x5c certifies the one before',
      '  RFC 7515, 4.1.6: https://www.rfc-editor.org/rfc/rfc7515',
    ])
  })

  test('says in JSON since which version of the set a rule is judged', async () => {
    const { lines } = await run('KRR-AUTH-006', '--json')
    expect(JSON.parse(lines.join('\n'))).toMatchObject([{ id: 'KRR-AUTH-006', since: 2 }])
  })

  test('prints what covers the contract, the counts first', async () => {
    const { lines } = await run('--coverage')
    expect(lines[0]).toMatch(/^\d+ sentences: \d+ covered, \d+ not tested$/)
    expect(lines[5]).toBe(`${rules.length} of ${rules.length} rules are named by a sentence`)
  })

  test('prints the same as JSON, with the same counts', async () => {
    const [text, json] = [await run('--coverage'), await run('--coverage', '--json')]
    const { counts, ruleSet, rulesWithoutSentence, sources } = JSON.parse(json.lines.join('\n'))
    expect(ruleSet).toBe(ruleSetVersion)
    expect(rulesWithoutSentence).toEqual([])
    expect(text.lines[0]).toMatch(
      new RegExp(`^${counts.sentences} sentences: ${counts.covered} covered, `),
    )
    expect(sources[0].sentences[0]).toMatchObject({ id: 'PAGE-001', section: 'front matter' })
  })

  test.each([
    [['KRR-NONE-001'], 'no rule has "KRR-NONE-001" in its id or title'],
    [['--coverage', 'KRR-JWS-003'], '--coverage takes no rule id or pattern'],
  ])('refuses %j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(new ConfigurationError([message]))
  })
})
