import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exitCodes, reportExitCode } from '../../report/exit-code.ts'
import { failingFindings, fingerprintOf } from '../../report/fingerprint.ts'
import { addresses, finding, knownOf, now, reportOf, withRule } from '../situation.fixture.ts'
import { withKnown } from './known-deviations.ts'
import { loadKnown } from './load-known.ts'
import { readKnown } from './read-known.ts'
import { waiveText } from './waive-text.ts'

const prod = reportOf('prod')
const failing = withRule(prod, 'KRR-JWS-003', 'failed')
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describe('fingerprintOf', () => {
  const own = (actual: string, target: { apiUrl: string; issuer: string } = addresses.prod) =>
    fingerprintOf('KRR-JWS-003', 'here', { ...finding, actual }, target)

  test('it has one form', () => {
    expect(own('absent')).toMatch(/^f-[0-9a-f]{16}$/)
  })

  test.each([
    [
      'pseudonyms',
      '[pid as digits, 11 characters, #e92e6dd7]',
      '[pid as digits, 11 characters, #00000000]',
    ],
    ['ids', 'c57e1f98-0000-4000-8000-00000000000b', '7f3c2a10-0000-4000-8000-00000000000a'],
    ['times', '2026-11-25T10:00:00Z', '2026-12-01T11:30:12Z'],
    ['measured figures', 'after 812 ms', 'after 9 ms'],
  ])('%s are not in it', (_, one, other) => {
    expect(own(one)).toBe(own(other))
  })

  test('addresses are not in it, so that it is the same in each environment', () => {
    expect(own(`from ${addresses.prod.apiUrl}`)).toBe(
      own(`from ${addresses.test.apiUrl}`, addresses.test),
    )
  })

  test('rule, place, pointer, expectation and what came are in it', () => {
    const others = [
      fingerprintOf('KRR-JWS-004', 'here', finding, addresses.prod),
      fingerprintOf('KRR-JWS-003', 'there', finding, addresses.prod),
      ...(['at', 'expected', 'actual'] as const).map((key) =>
        fingerprintOf('KRR-JWS-003', 'here', { ...finding, [key]: 'other' }, addresses.prod),
      ),
    ]
    expect(new Set([...others, own('absent')]).size).toBe(6)
  })

  test('only what makes an environment deviate has to be known', () => {
    expect(failingFindings(withRule(failing, 'KRR-HTTP-005', 'failed'))).toHaveLength(1)
  })
})

describe('npm test with known-deviations.yaml', () => {
  const judged = (...args: Parameters<typeof withKnown>) => {
    const report = withKnown(...args)
    return [report.verdict, reportExitCode(report)]
  }

  test.each([
    ['covered', failing, knownOf('KRR-JWS-003'), ['deviating (known)', exitCodes.conformant]],
    [
      'a new finding beside it',
      withRule(failing, 'KRR-BODY-001', 'failed'),
      knownOf('KRR-JWS-003'),
      ['deviating', exitCodes.deviating],
    ],
    [
      'expired',
      failing,
      knownOf('KRR-JWS-003', { expires: '2026-11-24' }),
      ['deviating', exitCodes.deviating],
    ],
    ['no longer seen', prod, knownOf('KRR-JWS-003'), ['conformant', exitCodes.deviating]],
    [
      'another day than there is',
      failing,
      knownOf('KRR-JWS-003', { expires: '2026-13-41' }),
      ['deviating', exitCodes.deviating],
    ],
    [
      'covered, and something else could not be judged',
      withRule(failing, 'KRR-BODY-001', 'inconclusive'),
      knownOf('KRR-JWS-003'),
      ['deviating (known)', exitCodes.inconclusive],
    ],
    [
      'about another environment',
      failing,
      knownOf('KRR-JWS-003', { environment: 'test' }),
      ['deviating', exitCodes.deviating],
    ],
    [
      'a partial run is left alone',
      { ...prod, verdict: 'partial' as const, run: { ...prod.run, selection: 'partial' as const } },
      knownOf('KRR-JWS-003'),
      ['partial', exitCodes.conformant],
    ],
  ])('%s', (_, report, entry, outcome) => {
    expect(judged(report, [entry], now)).toEqual(outcome)
  })

  test('the report says what is known until when, and what must be mended', () => {
    expect(withKnown(failing, [knownOf('KRR-JWS-003')], now).known).toEqual({
      covered: [
        {
          rule: 'KRR-JWS-003',
          fingerprint: fingerprintOf('KRR-JWS-003', 'here', finding, addresses.prod),
          owner: 'team-krr',
          link: 'https://example.com/issues/1',
          expires: '2026-12-24',
        },
      ],
      problems: [],
    })
    expect(withKnown(prod, [knownOf('KRR-JWS-003')], now).known?.problems).toEqual([
      'known-deviations.yaml:2: KRR-JWS-003 in prod is no longer seen: remove the entry',
    ])
  })

  test('without the file nothing is known, and with it what it says', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'krr-known-'))
    folders.push(folder)
    expect(await loadKnown(folder)).toEqual([])
    await writeFile(join(folder, 'known-deviations.yaml'), 'deviations: []\n')
    expect(await loadKnown(folder)).toEqual([])
    await writeFile(join(folder, 'known-deviations.yaml'), 'deviation: []\n')
    await expect(loadKnown(folder)).rejects.toThrow('did you mean "deviations"?')
  })
})

describe('waiveText', () => {
  const waiver = {
    reason: 'the authority mends it: see "the issue"',
    owner: 'team-krr',
    link: 'https://example.com/issues/1',
    days: 30,
  }

  test('what it prints is read back, and covers what fails', () => {
    const text = `deviations:\n${waiveText(failing, [], waiver, now)}`
    const known = readKnown(text)
    expect(known).toMatchObject([{ ...{ rule: 'KRR-JWS-003' }, expires: '2026-12-25', line: 3 }])
    expect(withKnown(failing, known, now).verdict).toBe('deviating (known)')
    expect(waiveText(failing, known, waiver, now)).toBe('')
  })

  test('what nobody filled in is refused', () => {
    const text = `deviations:\n${waiveText(failing, [], { ...waiver, owner: '', reason: '' }, now)}`
    expect(() => readKnown(text)).toThrow(/deviations\[0\]\.reason must be a sentence/)
    expect(() => readKnown(text)).toThrow(/deviations\[0\]\.owner must be who sees to it/)
  })

  test('nothing fails, nothing is printed', () => {
    expect(waiveText(prod, [], waiver, now)).toBe('')
  })
})
