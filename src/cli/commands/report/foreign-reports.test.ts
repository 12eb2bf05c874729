import { generateKeyPairSync } from 'node:crypto'
import { access, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { reportOf, withRule } from '../../../gate/situation.fixture.ts'
import type { ConformanceReport } from '../../../report/model.ts'
import { openSigner, type Signer, seal } from '../../../report/seal/signer.ts'
import { writeReport } from '../../../report/write.ts'
import { writeJson } from '../../../report/writers/json.ts'
import { gateCommand } from '../gate.ts'
import { reportCommand } from '../report.ts'

const names = ['KRR_REPORT_DIR', 'KRR_STATE_DIR', 'KRR_SIGNING_JWK', 'CI'] as const
const before = names.map((name) => [name, process.env[name]] as const)
let folder = ''
const said: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'krr-foreign-'))
  delete process.env['KRR_SIGNING_JWK']
  process.env['KRR_REPORT_DIR'] = join(folder, 'reports')
  process.env['KRR_STATE_DIR'] = join(folder, 'state')
})
afterEach(async () => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  await rm(folder, { recursive: true, force: true })
})

/** What a command comes to, as the process would end: a code, and all lines that it said. */
const krr = async (...args: readonly string[]): Promise<{ code: number; lines: string[] }> => {
  said.length = 0
  const say = (line: string) => void said.push(line)
  const terminal = { out: say, err: say, columns: 100, interactive: false }
  const [name = '', ...rest] = args
  try {
    const code = await (name === 'gate' ? gateCommand : reportCommand).run(rest, terminal)
    return { code, lines: [...said] }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { code: 2, lines: [...said, ...error.problems] }
  }
}

/** A folder as somebody else may hand it over: sealed by a key of theirs, whatever is in it. */
const handedOver = async (
  name: string,
  report: ConformanceReport,
  text = writeJson(report),
  signer?: Signer,
): Promise<string> => {
  const own = join(folder, 'theirs', name)
  await mkdir(own, { recursive: true })
  const files = [['report.json', text]] as const
  const sealing = await seal(report, files, signer ?? (await openSigner(undefined)))
  for (const [file, content] of [...files, ...sealing]) await writeFile(join(own, file), content)
  return own
}

const conforming = (environment: 'test' | 'prod') => reportOf(environment)
const named = (report: ConformanceReport, id: string, environment = report.target.environment) => ({
  ...report,
  target: { ...report.target, environment },
  run: { ...report.run, id },
})
const merge = (...theirs: readonly string[]) =>
  krr('report', 'merge', ...theirs, '--out', join(folder, 'out', 'reports'))

describe('a report whose names are paths', () => {
  test.each([
    ['run', '../../../../victim', 'test'],
    ['environment', 'a-run', '../../victim'],
    ['absolute environment', 'a-run', '/tmp/krr-victim'],
  ])('merged by its %s, deletes and writes nothing elsewhere', async (_what, id, environment) => {
    await mkdir(join(folder, 'victim'), { recursive: true })
    await writeFile(join(folder, 'victim', 'precious'), 'x')
    const mine = await handedOver('mine', conforming('prod'))
    const theirs = await handedOver('theirs', named(conforming('test'), id, environment))
    const { code, lines } = await merge(mine, theirs)
    expect([code, lines]).toEqual([
      2,
      [expect.stringMatching(/^[^\n]*(manifest|sealed|schemaVersion)/)],
    ])
    expect(await readdir(join(folder, 'victim'))).toEqual(['precious'])
    expect((await readdir(folder)).sort()).toEqual(['theirs', 'victim'])
  })

  test.each([
    ['run.id', { id: '../../../victim', environment: 'test' }],
    ['target.environment', { id: 'a-run', environment: '../victim' }],
    ['target.environment', { id: 'a-run', environment: 'gate' }],
  ])('is not written by its %s, wherever it came from', async (what, { id, environment }) => {
    await mkdir(join(folder, 'victim'), { recursive: true })
    const foreign = named(conforming('test'), id, environment)
    await expect(writeReport(foreign, join(folder, 'reports'))).rejects.toThrow(what)
    expect(await readdir(folder)).toEqual(['victim'])
  })

  test('a link in the folder of reports leads neither what is written nor what is deleted', async () => {
    const reports = join(folder, 'reports')
    await mkdir(join(folder, 'victim', 'a-run'), { recursive: true })
    await mkdir(join(reports, 'test'), { recursive: true })
    await symlink(join(folder, 'victim'), join(reports, 'test', 'runs'))
    const report = named(conforming('test'), 'a-run')
    await expect(writeReport(report, reports)).rejects.toThrow(/symbolic link leads it to .*victim/)
    expect(await readdir(join(folder, 'victim', 'a-run'))).toEqual([])
    expect(await krr('report', 'prune', '--keep', '0')).toMatchObject({ code: 2 })
    expect(await readdir(join(folder, 'victim'))).toEqual(['a-run'])
  })
})

test('what is pruned is linked no more from the page of all environments', async () => {
  const reports = join(folder, 'reports')
  for (const id of ['2026-11-24T02-00-00-aaaaaa', '2026-11-25T02-00-00-bbbbbb'])
    await writeReport(named(conforming('test'), id), reports)
  await mkdir(join(reports, 'test', 'runs', '.keep me'))
  expect(await krr('report', 'index')).toMatchObject({ code: 0 })
  expect(await krr('report', 'prune', '--keep', '1')).toMatchObject({ code: 0 })
  const page = await readFile(join(reports, 'index.html'), 'utf8')
  const links = [...page.matchAll(/href="([^"#]+)"/g)].map(([, link = '']) => decodeURI(link))
  expect(links.filter((link) => link.includes('runs/'))).toHaveLength(1)
  for (const link of links) await access(join(reports, link))
  expect((await readdir(join(reports, 'test', 'runs'))).sort()).toEqual([
    '.keep me',
    '2026-11-25T02-00-00-bbbbbb',
    'history.ndjson',
  ])
})

test('a page that somebody else wrote, or wrote something before, is not opened', async () => {
  const page = join(folder, 'reports', 'test', 'report.html')
  await writeReport(conforming('test'), join(folder, 'reports'))
  process.env['CI'] = 'true'
  expect(await krr('report', 'open', '--env', 'test')).toMatchObject({ code: 0, lines: [page] })
  const own = await readFile(page, 'utf8')
  for (const text of [
    '<script>alert(1)</script>',
    `<script>alert(1)</script>${own}`,
    `<!-- ${own}`,
  ]) {
    await writeFile(page, text)
    expect(await krr('report', 'open', '--env', 'test')).toMatchObject({
      code: 2,
      lines: [expect.stringMatching(/is not opened: .* report convert test --format html --out/)],
    })
  }
})

describe('text that is no report', () => {
  const texts = {
    'cut off': (text: string) => text.slice(0, 500),
    null: () => 'null',
    'without rules': (text: string) => JSON.stringify({ ...JSON.parse(text), rules: {} }),
    'with a rule that is null': (text: string) =>
      JSON.stringify({ ...JSON.parse(text), rules: [null] }),
    'with exchanges of another kind': (text: string) =>
      JSON.stringify({ ...JSON.parse(text), exchanges: [{ id: 'x-001' }] }),
  }
  test.each(Object.entries(texts))(
    '%s: every command says so in a line, exit 2',
    async (_what, spoil) => {
      const report = conforming('test')
      const bad = await handedOver('bad', report, spoil(writeJson(report)))
      const good = await handedOver('good', conforming('prod'))
      for (const args of [
        ['report', 'merge', bad, good],
        ['report', 'convert', bad, '--format', 'html'],
        ['report', 'diff', bad, good],
        ['report', 'diff', good, bad],
      ]) {
        const { code, lines } = await krr(...args)
        expect([args[1], code, lines.length]).toEqual([args[1], 2, 1])
        expect(lines[0]).toContain('must be a report.json of schemaVersion 1, but is not: ')
        expect(lines[0]).not.toMatch(/\n|at .*\.ts:/)
      }
      const verified = await krr('report', 'verify', bad)
      expect([verified.code, verified.lines]).toEqual([
        1,
        [expect.stringContaining('report.json is no report: ')],
      ])
      const decided = await krr('gate', '--from', `test=${bad}`, '--to', `prod=${good}`)
      expect([decided.code, decided.lines.join('\n')]).toEqual([
        3,
        expect.stringContaining('report-unreadable'),
      ])
    },
  )

  test('in the place of a kept decision is told, and nothing breaks', async () => {
    const kept = join(folder, 'reports', 'gate', 'history', '2026-11-25T12-00-00-000-test-prod')
    await mkdir(kept, { recursive: true })
    for (const text of ['{"answer":"yes","reasons":[]}', '{"answer":4,"reasons":[null]}', '[]']) {
      await writeFile(join(kept, 'decision.json'), text)
      const history = await krr('gate', 'history')
      expect(history).toMatchObject({
        code: 0,
        lines: expect.arrayContaining([expect.stringContaining('NOT as it was made')]),
      })
      expect((await krr('gate', 'verify')).code).toBe(1)
    }
  })
})

describe('a report that says what it did not observe', () => {
  const failing = ['KRR-JWS-003', 'KRR-BODY-001', 'KRR-SCOPE-001', 'KRR-NEG-001'].reduce(
    (report, id) => withRule(report, id as `KRR-${string}-${number}` as never, 'failed'),
    conforming('test'),
  )

  test('with four failed MUST rules and the verdict conformant is deviating, alone in its environment', async () => {
    const lying = { ...failing, verdict: 'conformant' as const }
    const mine = await handedOver('mine', conforming('prod'))
    const theirs = await handedOver('theirs', lying)
    const { code, lines } = await merge(mine, theirs)
    expect([code, lines.join('\n')]).toEqual([1, expect.stringContaining('4 MUST rules failed')])
    const written = await readFile(join(folder, 'out', 'reports', 'test', 'report.json'), 'utf8')
    expect(JSON.parse(written)).toMatchObject({
      verdict: 'deviating',
      counts: { byLevel: { MUST: { failed: 4 } } },
    })
    const verified = await krr('report', 'verify', theirs)
    expect([verified.code, verified.lines[0]]).toEqual([
      1,
      expect.stringContaining('its verdict conformant does not follow'),
    ])
  })

  test('that its deviations are known is not believed: the list beside the merge says so', async () => {
    const lying = { ...failing, verdict: 'deviating (known)' as const }
    const { code } = await merge(
      await handedOver('mine', conforming('prod')),
      await handedOver('theirs', lying),
    )
    expect(code).toBe(1)
  })

  test('without a rule of its set is refused', async () => {
    const report = conforming('test')
    const lacking = { ...report, rules: report.rules.filter(({ id }) => id !== 'KRR-JWS-003') }
    const { code, lines } = await merge(
      await handedOver('mine', conforming('prod')),
      await handedOver('theirs', lacking),
    )
    expect([code, lines]).toEqual([2, [expect.stringMatching(/lacks 1 rule .*KRR-JWS-003/)]])
  })
})

describe('whose key signed', () => {
  const keyFile = async (name: string): Promise<string> => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const path = join(folder, `${name}.jwk.json`)
    await writeFile(path, JSON.stringify(privateKey.export({ format: 'jwk' })))
    return path
  }
  const signerOf = async (path: string) => openSigner(await readFile(path, 'utf8'))

  test('a new key leaves earlier folders whole: told by their key, and trusted where that is named', async () => {
    const [old, next] = [await keyFile('old'), await keyFile('next')]
    const signer = await signerOf(old)
    await writeReport(conforming('test'), join(folder, 'reports'), { signer })
    process.env['KRR_SIGNING_JWK'] = next
    const other = await krr('report', 'verify')
    expect(other.code).toBe(1)
    expect(other.lines.join('\n')).toContain(
      'whole, but signed by another key than KRR_SIGNING_JWK',
    )
    expect(other.lines.join('\n')).toContain(`signed by ${signer.thumbprint}`)
    expect(other.lines.join('\n')).not.toMatch(/NOT as it was|changed/)
    const named = await krr('report', 'verify', '--key', signer.thumbprint, '--key', 'k'.repeat(43))
    expect([named.code, named.lines.join('\n')]).toEqual([
      0,
      expect.stringContaining('which --key names: who lacks that key has changed nothing'),
    ])
  })

  test('what the manifest calls configured proves nobody', async () => {
    const theirs = await signerOf(await keyFile('theirs'))
    const own = await handedOver('theirs', conforming('test'), undefined, theirs)
    const { code, lines } = await krr('report', 'verify', own)
    expect([code, lines]).toEqual([
      0,
      [
        expect.stringContaining('intact'),
        `    signed by ${theirs.thumbprint}`,
        expect.stringContaining('whose key that is, the folder cannot prove'),
      ],
    ])
    expect(lines.join('\n')).not.toContain('configured')
  })

  test('a merge that signs takes no part that another key signed', async () => {
    const own = await keyFile('own')
    const signer = await signerOf(own)
    const mine = await handedOver('mine', conforming('prod'), undefined, signer)
    const theirs = await handedOver('theirs', conforming('test'))
    process.env['KRR_SIGNING_JWK'] = own
    expect(await merge(mine, theirs)).toMatchObject({
      code: 2,
      lines: [expect.stringMatching(/is signed by .*, which KRR_SIGNING_JWK does not name/)],
    })
  })
})
