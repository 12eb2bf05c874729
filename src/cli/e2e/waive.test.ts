import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readKnown } from '../../gate/known/read-known.ts'
import { reportOf, withRule } from '../../gate/situation.fixture.ts'
import { writeReport } from '../../report/write.ts'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const file = 'known-deviations.yaml'
const text = () => workspace.files().get(file)?.toString('utf8')

beforeAll(async () => {
  await writeReport(withRule(reportOf('prod'), 'KRR-JWS-003', 'failed'), workspace.reportDir)
})
afterEach(endProcesses)
afterAll(workspace.remove)

const waive = (...args: readonly string[]) =>
  krr(['gate', 'waive', '--env', 'prod', ...args], workspace.in({}))
const own = [
  ...['--reason', 'the authority sees to it in December', '--owner', 'team-krr'],
  ...['--link', 'https://example.com/1'],
]

describe('krr gate waive --write', { timeout: 120_000 }, () => {
  const commented = `# who wrote this knew why
deviations:
  - rule: KRR-ERR-001 # seen in March
    environment: test
    fingerprints: [f-0123456789abcdef]
    reason: "the authority sees to it"
    owner: team-krr
    link: https://example.com/0
    expires: 2026-12-24
# the end
`
  test.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['an empty list', 'deviations: []\n'],
    ['entries and comments', commented],
  ])('adds to %s what the parser takes, and leaves the rest as it is', async (_what, before) => {
    if (before !== undefined) workspace.write(file, before)
    const { code, stdout, stderr } = await waive(...own, '--write')
    expect([code, stdout.trim()], stderr).toEqual([0, `${file}: 1 entry added`])
    const written = text() ?? ''
    expect(readKnown(written).at(-1)).toMatchObject({ rule: 'KRR-JWS-003', owner: 'team-krr' })
    for (const line of (before ?? '').split('\n').filter((line) => line !== 'deviations: []'))
      expect(written).toContain(line)
    expect([...workspace.files().keys()].filter((name) => name.startsWith('known'))).toEqual([file])
  })

  test('twice adds nothing; what cannot be read, or said, changes nothing', async () => {
    const before = text()
    expect((await waive(...own, '--write')).stderr).toContain('nothing fails in prod')
    const short = await waive('--owner', 't')
    expect([short.code, short.stdout]).toEqual([2, ''])
    expect(text()).toBe(before)
    workspace.write(file, 'deviations: [{}]\n')
    const broken = await waive(...own, '--write')
    expect([broken.code, broken.stdout, text()]).toEqual([2, '', 'deviations: [{}]\n'])
  })
})

test('a misspelt environment is refused, and leaves no decision', { timeout: 60_000 }, async () => {
  workspace.write(file, '')
  const { code, stderr } = await krr(['gate', '--from', 'test', '--to', 'prdo'], workspace.in({}))
  expect([code, stderr]).toEqual([2, expect.stringContaining('"prdo"')])
  expect([...workspace.files().keys()].filter((name) => name.includes('gate'))).toEqual([])
})
