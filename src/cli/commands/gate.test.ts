import { generateKeyPairSync } from 'node:crypto'
import { access, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { completeMatrix, reportOf, withRule } from '../../gate/situation.fixture.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { openSigner } from '../../report/seal/signer.ts'
import { writeReport } from '../../report/write.ts'
import { harnessVersion } from '../../run/version.ts'
import { gateCommand } from './gate.ts'

const said: string[] = []
const terminal = {
  out: (line: string) => void said.push(line),
  err: (line: string) => void said.push(line),
  columns: 100,
  interactive: false,
}
const before = {
  state: process.env['KRR_STATE_DIR'],
  report: process.env['KRR_REPORT_DIR'],
  key: process.env['KRR_SIGNING_JWK'],
}
let folder = ''

/** A report as it would have been written a moment ago. */
const fresh = (report: ConformanceReport): ConformanceReport => ({
  ...report,
  run: { ...report.run, harnessVersion, finishedAt: new Date().toISOString() },
  harness: { matrix: { ...completeMatrix, harnessVersion } },
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'krr-gate-'))
  const jwk = JSON.stringify(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  )
  await writeFile(join(folder, 'key.json'), jwk)
  process.env['KRR_STATE_DIR'] = join(folder, 'state')
  process.env['KRR_REPORT_DIR'] = join(folder, 'reports')
  process.env['KRR_SIGNING_JWK'] = join(folder, 'key.json')
  const signer = await openSigner(jwk)
  const failing = withRule(reportOf('prod'), 'KRR-JWS-003', 'failed')
  await writeReport(fresh(failing), join(folder, 'other'), { signer })
  for (const name of ['test', 'prod'] as const) {
    await writeReport(fresh(reportOf(name)), join(folder, 'reports'), { signer })
  }
  await writeFile(join(folder, 'policy.yaml'), 'matrix: not-required\n')
})
afterAll(async () => {
  for (const [name, value] of [
    ['KRR_STATE_DIR', before.state],
    ['KRR_REPORT_DIR', before.report],
    ['KRR_SIGNING_JWK', before.key],
  ] as const) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  await rm(folder, { recursive: true })
})

const gate = async (...args: readonly string[]) => {
  said.length = 0
  const code = await gateCommand.run(args, terminal)
  return { code, text: said.join('\n') }
}
const decided = (...args: readonly string[]) =>
  gate('--from', 'test', '--to', 'prod', '--policy', join(folder, 'policy.yaml'), ...args)

describe('krr gate', () => {
  test('yes exits 0, and says where the decision is kept', async () => {
    const { code, text } = await decided()
    expect(text).toMatch(/^YES\n/)
    expect(code).toBe(0)
    expect(text).toContain(join('gate', 'history'))
  })

  test('no exits 1, of a report that is named by its path', async () => {
    const { code, text } = await decided('--to', `prod=${join(folder, 'other', 'prod')}`)
    expect([code, text.split('\n')[0]]).toEqual([1, 'NO'])
    expect(text).toContain('must-failed')
  })

  test('the report of another environment under this name is refused', async () => {
    const { code, text } = await decided('--to', `prod=${join(folder, 'reports', 'test')}`)
    expect(code).toBe(1)
    expect(text).toContain('wrong-environment')
    expect(text).toContain('wrong-target')
  })

  test('unknown exits 3, and --json - prints the decision alone', async () => {
    const { code, text } = await decided('--from', 'sandbox', '--json', '-')
    expect(code).toBe(3)
    expect(JSON.parse(text)).toMatchObject({
      answer: 'unknown',
      reasons: [{ code: 'report-missing', about: 'from', change: 'npm test -- --env sandbox' }],
    })
  })

  test('a misspelt environment is refused before anything is kept', async () => {
    const kept = () => readdir(join(folder, 'reports', 'gate', 'history'))
    const before = await kept()
    for (const sides of [
      ['--from', 'test', '--to', 'prdo'],
      ['--from', 'tset', '--to', 'prod', '--run'],
      [
        '--from',
        'test',
        '--to',
        'prdo',
        '--override',
        '--by',
        'Kari',
        '--reason',
        'it must be now',
      ],
    ])
      await expect(gate(...sides)).rejects.toThrow(ConfigurationError)
    expect(await kept()).toEqual(before)
    expect(await readdir(join(folder, 'reports', 'gate'))).not.toContain('test-prdo.json')
  })

  test('break-glass exits 0, and its answer stays no in the history', async () => {
    const { code, text } = await decided(
      ...['--to', `prod=${join(folder, 'other', 'prod')}`],
      ...['--override', '--by', 'Kari', '--reason', 'the incident of today needs it'],
    )
    expect(code).toBe(0)
    expect(text).toContain('NO\n')
    const history = await gate('history')
    expect(history.text).toContain('BREAK-GLASS by Kari: the incident of today needs it')
    expect(await gate('verify')).toMatchObject({ code: 0 })
    const page = await readFile(join(folder, 'reports', 'gate', 'history.html'), 'utf8')
    expect(page).toContain('Break-glass: Kari switches all the same')
    expect(history.text).toContain(join('reports', 'gate', 'history.html'))
  })

  test('the pages lead to what is there: the decision, and the report of the run that it is based on', async () => {
    await decided('--to', `prod=${join(folder, 'other', 'prod')}`)
    await decided()
    const [last = ''] = (await readdir(join(folder, 'reports', 'gate', 'history'))).sort().slice(-1)
    for (const page of ['history.html', 'test-prod.html', join('history', last, 'decision.html')]) {
      const path = join(folder, 'reports', 'gate', page)
      const links = [...(await readFile(path, 'utf8')).matchAll(/href="([^"#:]+)[^":]*"/g)]
        .map(([, link = '']) => decodeURIComponent(link))
        .filter((link) => !link.endsWith('/index.html'))
      expect(links.filter((link) => link.includes('/runs/')).length, page).toBeGreaterThan(1)
      for (const link of links) await access(join(dirname(path), link))
    }
  })

  test('the latest decision that is taken out is missed, and so is one by the digest that was printed', async () => {
    const { text } = await decided()
    const digest = /digest {4}([0-9a-f]{64})/.exec(text)?.[1] ?? ''
    expect(await gate('verify', '--head', digest)).toMatchObject({ code: 0 })
    const history = join(folder, 'reports', 'gate', 'history')
    const last = (await readdir(history)).sort().at(-1) ?? ''
    await rename(join(history, last), join(folder, 'taken-out'))
    const missed = await gate('verify', '--head', digest)
    expect(missed.code).toBe(1)
    expect(missed.text).toContain('head.json names')
    expect(missed.text).toContain('the note of this machine names')
    expect(missed.text).toContain(`no decision has the digest ${digest}`)
    await rename(join(folder, 'taken-out'), join(history, last))
    expect(await gate('verify')).toMatchObject({ code: 0 })
  })

  test.each([
    [['verify', '--head', 'x'], '--head must be a digest of 64 hex digits'],
    [['--to', 'prod'], '--from must be the name of an environment'],
    [['--from', 'ver2', '--to', 'test'], '--from and --to must differ, but are both test'],
    [['--from', 'test', '--to', 'prod', '--override'], '--override must come with --reason'],
    [['--from', 'test', '--to', 'prod', '--by', 'Kari'], 'which is missing'],
    [['--from', 'test', '--to', 'prod', '--policy', 'nowhere.yaml'], 'no file is there'],
    [['open'], 'but has "open"'],
    [['--from', 'test', '--to', 'prdo'], 'unknown environment "prdo"'],
    [['--from', 'tset', '--to', 'prod'], 'did you mean "test"?'],
    [['waive', '--env', 'test', '--owner', 't'], '--owner must be who sees to it'],
    [['waive', '--env', 'test', '--link', 'javascript:1'], '--link must be the address'],
    [['waive', '--env', 'test', '--write'], '--write takes --reason'],
    [['waive'], 'takes --env NAME'],
    [['waive', '--env', 'test', '--days', '91'], '--days must be a number from 1 to 90'],
  ])('refuses %j', async (args, message) => {
    await expect(gate(...args)).rejects.toThrow(ConfigurationError)
    await expect(gate(...args)).rejects.toThrow(message)
  })
})
