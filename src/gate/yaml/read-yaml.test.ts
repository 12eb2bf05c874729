import { describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { readFlaky } from '../flaky/read-flaky.ts'
import { readKnown } from '../known/read-known.ts'
import { breakingByDefault, readPolicy, strictPolicy } from '../policy/policy.ts'

const problems = (read: () => unknown): readonly string[] => {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
}
const policy = (...lines: readonly string[]) =>
  problems(() => readPolicy(lines.join('\n'), 'gate.policy.yaml'))

const entry = (...further: readonly string[]) =>
  [
    'deviations:',
    '  - rule: KRR-JWS-003',
    '    environment: ver2',
    '    fingerprints: [f-0123456789abcdef]',
    '    reason: the authority mends it in December',
    '    owner: team-krr',
    '    link: https://example.com/issues/1',
    ...further,
  ].join('\n')

describe('known-flaky.yaml', () => {
  test('a rule has no place in it, and what is missing is told with its line', () => {
    const text = 'flaky:\n  - environment: test\n    rule: KRR-JWS-003\n    request: [x]\n'
    const found = problems(() => readFlaky(text))
    expect(found).toContainEqual(
      'known-flaky.yaml:4: unknown key "request" in flaky[0]; did you mean "requests"? known are environment, requests, reason, owner, link, expires',
    )
    expect(found).toContainEqual('known-flaky.yaml:2: flaky[0] must have "requests"')
    expect(found.some((line) => line.includes('unknown key "rule"'))).toBe(true)
  })
})

describe('gate.policy.yaml', () => {
  test('what it leaves out is as strict as without a file', () => {
    expect(readPolicy('', 'gate.policy.yaml')).toEqual(strictPolicy)
    expect(readPolicy('# nothing yet\n', 'gate.policy.yaml')).toEqual(strictPolicy)
    expect(readPolicy('pair: { latencyFactor: 2 }', 'x').pair).toEqual({
      breaking: breakingByDefault,
      latencyFactor: 2,
    })
  })

  test('an alias stands for its environment', () => {
    const { environments } = readPolicy('environments: { ver2: { notExercised: [PATCH] } }', 'x')
    expect(environments).toEqual({ test: { notExercised: ['PATCH'], notApplicable: [] } })
  })

  test.each([
    [
      'an unknown key',
      ['ruleSet: 2', 'maxAgeHour: 3'],
      [
        'gate.policy.yaml:2: unknown key "maxAgeHour" in the file; did you mean "maxAgeHours"? known are ruleSet, maxAgeHours, block, signature, keys, matrix, flakes, pair, environments',
      ],
    ],
    [
      'an unknown key within',
      ['environments:', '  prod:', '    notExercized: [PATCH]'],
      [
        'gate.policy.yaml:3: unknown key "notExercized" in environments.prod; did you mean "notExercised"? known are notExercised, notApplicable, scopes, apiUrl, issuer',
      ],
    ],
    [
      'MUST left out',
      ['block:', '  levels: [SHOULD]'],
      [
        'gate.policy.yaml:2: block.levels must be a list with MUST in it, and SHOULD where warnings block too, but is a list',
      ],
    ],
    [
      'two wrong values, both told',
      ['maxAgeHours: 0', 'signature: maybe'],
      [
        'gate.policy.yaml:1: maxAgeHours must be a number of hours above 0, at most 720, but is 0',
        'gate.policy.yaml:2: signature must be one of required, sealed, not-required, but is "maybe"',
      ],
    ],
    [
      'an item of a list',
      ['environments:', '  prod:', '    notExercised:', '      - PATCH', '      - PACTH'],
      [
        'gate.policy.yaml:5: environments.prod.notExercised[1] must be a rule id like KRR-PATCH-003 or an area like PATCH, but is "PACTH"',
      ],
    ],
    ['a key twice', ['ruleSet: 1', 'ruleSet: 2'], ['gate.policy.yaml:2: Map keys must be unique']],
    [
      'a list in its place',
      ['- ruleSet'],
      ['gate.policy.yaml:1: the file must be a map of settings, but is a list'],
    ],
  ])('%s is told with its line', (_, lines, told) => {
    expect(policy(...lines)).toEqual(told)
  })

  test('what is no YAML is told with its line', () => {
    const [first] = policy('ruleSet: 2', 'keys: [a', 'matrix: required')
    expect(first).toMatch(/^gate\.policy\.yaml:[23]: /)
  })
})

describe('a file that is no file for people', () => {
  const laughs = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(10)}]`),
  ]
  const files: readonly (readonly [string, string, RegExp])[] = [
    [
      '200 000 keys',
      Array.from({ length: 200_000 }, (_, at) => `k${at}:`).join('\n'),
      /characters/,
    ],
    [
      'many keys of two letters',
      Array.from({ length: 30_000 }, (_, at) => `${at}:`).join('\n'),
      /keys/,
    ],
    [
      '2 000 keys in a map',
      Array.from({ length: 2_000 }, (_, at) => `${at}:`).join('\n'),
      /1000 keys/,
    ],
    ['many values', `a: [${'1,'.repeat(120_000)}]`, /more keys and values/],
    ['aliases of aliases', laughs.join('\n'), /[Aa]lias/],
    ['200 aliases', `a: &a x\nb: [${'*a,'.repeat(200)}]`, /more than 100 aliases/],
    ['deep lists', `a: ${'['.repeat(100_000)}`, /nested too deep/],
  ]
  test.each(files)('%s: one line says so, of each of the three', (_what, text, because) => {
    for (const read of [
      () => readPolicy(text, 'gate.policy.yaml'),
      () => readKnown(text),
      () => readFlaky(text),
    ]) {
      const found = problems(read)
      expect(found.join('\n').slice(0, 300)).toMatch(because)
      expect(found.length).toBeLessThan(22)
    }
  })

  test('of many problems the first are told, and the others counted', () => {
    const found = problems(() => readKnown(`deviations:\n${'  - {}\n'.repeat(500)}`))
    expect([found.length, found.at(-1)]).toEqual([21, expect.stringMatching(/^and 3\d{3} more$/)])
  })
})

describe('known-deviations.yaml', () => {
  test('that is empty, as a shell leaves it by >, is a list of none', () => {
    expect(readKnown('')).toEqual([])
    expect(readKnown('# nothing is known\n')).toEqual([])
  })

  test('an entry is read with its line and the own name of its environment', () => {
    expect(readKnown(entry('    expires: 2026-12-24'))).toMatchObject([
      { rule: 'KRR-JWS-003', environment: 'test', expires: '2026-12-24', line: 2 },
    ])
  })

  test.each([
    ['no expiry', [], 'known-deviations.yaml:2: deviations[0] must have "expires"'],
    [
      'another form of a day',
      ['    expires: 24.12.2026'],
      'known-deviations.yaml:8: deviations[0].expires must be a day like 2026-12-31, at most 90 days ahead, but is "24.12.2026"',
    ],
    [
      'a key that is nearly known',
      ['    expires: 2026-12-24', '    fingerprint: f-0123456789abcdef'],
      'known-deviations.yaml:9: unknown key "fingerprint" in deviations[0]; did you mean "fingerprints"? known are rule, environment, fingerprints, reason, owner, link, expires',
    ],
  ])('%s is told with its line', (_, further, told) => {
    expect(problems(() => readKnown(entry(...further)))).toEqual([told])
  })
})
