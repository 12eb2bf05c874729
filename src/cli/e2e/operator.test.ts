import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sentTo } from '../../login/operator/person.fixture.ts'
import { personalValues, secretsOnTheWire } from '../canaries/canaries.ts'
import { canarySearch } from '../canaries/canary-search.ts'
import { wiretap } from '../canaries/wiretap.ts'
import { type Ended, endProcesses, krr, startKrr, type Variables } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const wire = wiretap()
const keptPath = join(workspace.stateDir, 'logins', 'mine.json')
const KRR_STATE_KEY = 'a-key-of-the-tests-of-32-or-more-characters'
let mine: OwnEnvironment

beforeAll(async () => {
  mine = await startOwnEnvironment({ workspace })
})
afterEach(() => endProcesses())
afterAll(async () => {
  wire.stop()
  await mine.reference.stop()
  workspace.remove()
})

const settings = (further: Variables = {}) =>
  workspace.in({ ...mine.settings({ LOGIN: 'operator', PID: undefined }), ...further })

/** Runs `krr` beside a person, who opens the address that they are told of and pastes where they were sent to. */
const besidePerson = (args: readonly string[], further: Variables = {}): Promise<Ended> => {
  const { child, ended } = startKrr(args, { ...settings(further), isPiped: true })
  let told = ''
  child.stderr?.on('data', (text: string) => {
    const before = told
    told += text
    const address = /^http\S+\/authorize\?\S+$/m
    const found = address.exec(told)
    if (found === null || address.test(before)) return
    void sentTo(found[0], mine.reference.people.MAIN.pid).then((pasted) =>
      child.stdin?.write(`${pasted}\n`),
    )
  })
  return ended
}

/** What of secrets and the person is in anything that was left or said. */
const sightings = (...said: readonly Ended[]): readonly string[] => {
  const search = canarySearch(
    new Map([...secretsOnTheWire(wire.overheard), ...personalValues(mine.reference)]),
  )
  const files = [...workspace.files()].filter(([path]) => /^(reports|state)\//.test(path))
  const texts = files.map(([, content]) => content.toString('utf8'))
  return [...texts, ...said.flatMap(({ stdout, stderr }) => [stdout, stderr])].flatMap(search)
}

const revocations = (): number =>
  workspace.report('mine').exchanges.filter(({ label }) => label === 'revocation request').length

describe('an environment into which a person logs in by themselves', { timeout: 180_000 }, () => {
  test('conforms by one pasted address, and its grants are revoked', async () => {
    const end = await besidePerson(['test', '--env', 'mine'])
    expect(end.code, end.stdout + end.stderr).toBe(0)
    const { verdict, run, rules } = workspace.report('mine')
    expect([verdict, run.logins, run.loginMadeAt]).toEqual(['conformant', 1, undefined])
    const verdictOf = (id: string) => rules.find((rule) => rule.id === id)?.verdict
    expect(verdictOf('KRR-BODY-002')).toBe('passed')
    expect(verdictOf('KRR-PATCH-001')).toBe('passed')
    expect(verdictOf('KRR-OP-011')).toBe('not-exercised')
    expect(revocations()).toBeGreaterThan(0)
    expect(sightings(end)).toEqual([])
  })

  test('is exit 2 where nobody can log in, and nothing is asked', async () => {
    const end = await krr(['test', '--env', 'mine'], settings())
    expect([end.code, end.stderr]).toEqual([
      2,
      expect.stringMatching(/mine: KRR_MINE_LOGIN=operator needs a person at hand/),
    ])
  })

  test('is judged by a login that was made beforehand, with nobody there', async () => {
    const login = await besidePerson(['login', '--env', 'mine'], { KRR_STATE_KEY })
    expect(login.code, login.stdout + login.stderr).toBe(0)
    expect(login.stdout).toMatch(/^mine: logged in; kept until \d\d:\d\d \(\d+ s\)$/m)
    expect(sightings(login)).toEqual([])

    // Another key does not open it, and does not cost it.
    const wrong = await krr(
      ['test', '--env', 'mine', '-t', 'KRR-OP-001'],
      settings({ KRR_STATE_KEY: `${KRR_STATE_KEY}.` }),
    )
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringMatching(
        /the login that is kept is not used: it was made with another KRR_STATE_KEY/,
      ),
    ])

    const end = await krr(['test', '--env', 'mine'], settings({ KRR_STATE_KEY }))
    expect(end.code, end.stdout + end.stderr).toBe(0)
    expect(existsSync(keptPath)).toBe(false)
    const { verdict, run, rules, exchanges } = workspace.report('mine')
    expect([verdict, run.logins, run.loginMadeAt]).toEqual([
      'conformant',
      0,
      expect.stringMatching(/^\d{4}-/),
    ])
    expect(revocations()).toBeGreaterThan(0)
    const keptOnes = exchanges.filter(({ id }) => id.startsWith('x-k'))
    expect(keptOnes.length).toBeGreaterThan(3)
    expect(run.requests).toBe(exchanges.length - keptOnes.length)
    const verdictOf = (id: string) => rules.find((rule) => rule.id === id)?.verdict
    const judgedOfIt = ['004', '005', '007', '009', '010', '012', '013'].map((number) =>
      verdictOf(`KRR-OP-${number}`),
    )
    expect(new Set(judgedOfIt)).toEqual(new Set(['passed']))
    expect([verdictOf('KRR-OP-006'), verdictOf('KRR-OP-008')]).toEqual([
      'not-exercised',
      'not-applicable',
    ])
    const signatures = rules.find((rule) => rule.id === 'KRR-OP-006')?.reason
    const page = readFileSync(join(workspace.reportDir, 'mine', 'report.html'), 'utf8')
    for (const text of [signatures, page, end.stdout.replaceAll(/\s+/g, ' ')])
      expect(text).toContain('npm test without krr login before it logs in by itself')
    expect(readFileSync(join(workspace.reportDir, 'mine', 'summary.md'), 'utf8')).toContain(
      'made before the run',
    )
    expect(sightings(login, wrong, end)).toEqual([])
  })

  test('has a kept login revoked and deleted, and none kept without a key', async () => {
    await besidePerson(['login', '--env', 'mine'], { KRR_STATE_KEY })
    expect(existsSync(keptPath)).toBe(true)
    const forget = () => krr(['login', '--env', 'mine', '--forget'], settings({ KRR_STATE_KEY }))
    expect((await forget()).stdout).toMatch(/is deleted; 1 of 1 tokens were revoked/)
    expect(existsSync(keptPath)).toBe(false)
    expect((await forget()).stdout).toBe('mine: no login was kept\n')
    const { code, stderr } = await krr(['login', '--env', 'mine'], settings())
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^KRR_STATE_KEY must be set/)])
  })
})

test('a test user’s login is kept likewise, and what takes a login of its own has one', {
  timeout: 120_000,
}, async () => {
  const headless = workspace.in({ ...mine.settings(), KRR_STATE_KEY })
  expect((await krr(['login', '--env', 'mine'], headless)).stdout).toMatch(/8 refresh tokens/)
  const end = await krr(['test', '--env', 'mine'], headless)
  expect(end.code, end.stdout + end.stderr).toBe(0)
  const { rules, run } = workspace.report('mine')
  expect(run.loginMadeAt).toMatch(/^\d{4}-/)
  const verdicts = ['KRR-OP-008', 'KRR-OP-011'].map(
    (id) => rules.find((rule) => rule.id === id)?.verdict,
  )
  expect(verdicts).toEqual(['passed', 'passed'])
})
