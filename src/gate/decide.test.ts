import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../report/fingerprint.ts'
import type { ConformanceReport } from '../report/model.ts'
import { sealFiles } from '../report/seal/signer.ts'
import type { SealProblem, Verification } from '../report/seal/verify.ts'
import type { RuleId } from '../rules/rule.ts'
import { decide } from './decide.ts'
import type { GateInput, SideEvidence } from './decision.ts'
import { answerWords } from './decision.ts'
import { strictPolicy } from './policy/policy.ts'
import { type Answer, type ReasonCode, reasonCodes } from './reason.ts'
import {
  addresses,
  completeMatrix,
  finding,
  flakyOf,
  flakyRequest,
  inOrder,
  intact,
  knownOf,
  now,
  reportOf,
  sideOf,
  trustedKey,
  trustingPolicy,
  usualAnswers,
  withFlake,
  withFlakesBefore,
  withRule,
} from './situation.fixture.ts'

const at = (instant: string) => ({ now: new Date(instant) })
const prod = reportOf('prod')
const to = (report: ConformanceReport, rest: Partial<SideEvidence> = {}): Partial<GateInput> => ({
  to: { ...sideOf('prod', report), ...rest },
})
const ran = (report: ConformanceReport, run: Partial<ConformanceReport['run']>) => ({
  ...report,
  run: { ...report.run, ...run },
})
const broken = (...problems: readonly SealProblem[]): Verification => ({
  ...intact,
  intact: false,
  isWhole: problems.every(({ code }) => code === 'other-key'),
  key: 'other',
  problems,
})
const signedBy = (
  signedBy: 'configured key' | 'ephemeral key',
  thumbprint = trustedKey,
  key: Verification['key'] = 'other',
): Verification => ({
  ...intact,
  key,
  thumbprint,
  manifest: intact.manifest && { ...intact.manifest, signedBy, thumbprint },
})
const missing = (environment: 'test' | 'prod'): SideEvidence => ({
  environment,
  address: addresses[environment],
})
const failing = withRule(prod, 'KRR-JWS-003', 'failed')
const other = fingerprintOf('KRR-JWS-003', 'here', { ...finding, at: '/x' }, addresses.prod)
const contactScope = 'krr:user/kontaktinformasjon.read'

/** The report of a client that reads contact data alone: a rule on another scope does not apply. */
const withFewerScopes = (report: ConformanceReport, id: RuleId): ConformanceReport => {
  const rules = withRule(report, id, 'not-applicable').rules.map((rule) => {
    if (rule.id !== id) return rule
    const observations = rule.observations.map((own) => ({ ...own, isDeclared: true as const }))
    return { ...rule, observations }
  })
  return { ...report, rules, target: { ...report.target, scopes: [contactScope] } }
}

const prodPolicy = (own: Partial<(typeof trustingPolicy)['environments'][string]>) => ({
  policy: {
    ...trustingPolicy,
    environments: { prod: { notExercised: [], notApplicable: [], ...own } },
  },
})
const slow = (elapsedMs: number) =>
  Array.from({ length: 12 }, () => ({ ...usualAnswers()[0], label: 'GET person', elapsedMs }))

/** What is so, what it is changed to, the answer, and all the reasons in their order. */
const situations: readonly (readonly [
  so: string,
  change: Partial<GateInput>,
  answer: Answer,
  codes: readonly ReasonCode[],
])[] = [
  ['all is in order', {}, 'yes', []],

  ['no report of the target', { to: missing('prod') }, 'unknown', ['report-missing']],
  ['no report of the first one', { from: missing('test') }, 'unknown', ['report-missing']],
  [
    'neither report',
    { from: missing('test'), to: missing('prod') },
    'unknown',
    ['report-missing', 'report-missing'],
  ],
  [
    'a file that is no report',
    { to: { ...missing('prod'), path: 'reports/prod/report.json' } },
    'unknown',
    ['report-unreadable'],
  ],

  ['exactly as old as allowed', at('2026-11-26T10:00:00.000Z'), 'yes', []],
  [
    'a millisecond older',
    at('2026-11-26T10:00:00.001Z'),
    'unknown',
    ['report-stale', 'report-stale'],
  ],
  [
    'only the first one is old',
    { from: sideOf('test', ran(reportOf('test'), { finishedAt: '2026-11-20T10:00:00.000Z' })) },
    'unknown',
    ['report-stale'],
  ],
  ['a clock that is a minute behind', at('2026-11-25T09:59:00.000Z'), 'yes', []],
  [
    'a clock that is more than a minute behind',
    at('2026-11-25T09:58:59.999Z'),
    'unknown',
    ['report-from-future', 'report-from-future'],
  ],
  ['a time that is none', to(ran(prod, { finishedAt: 'soon' })), 'unknown', ['report-stale']],

  ['a partial run', to(ran(prod, { selection: 'partial' })), 'unknown', ['report-partial']],
  [
    'two versions of the harness',
    to(ran(prod, { harnessVersion: '0.2.0' })),
    'unknown',
    ['other-harness', 'matrix-other-version'],
  ],
  [
    'the first report by another version',
    { from: sideOf('test', ran(reportOf('test'), { harnessVersion: '0.0.9' })) },
    'unknown',
    ['other-harness'],
  ],
  ['an older set of rules', to(ran(prod, { ruleSet: 1 })), 'unknown', ['other-rule-set']],
  [
    'a rule that came after the pinned set fails',
    { ...to(withRule(prod, 'KRR-TLS-002', 'failed')), policy: { ...trustingPolicy, ruleSet: 1 } },
    'yes',
    [],
  ],
  [
    'a rule of the pinned set is not in the report',
    to({ ...prod, rules: prod.rules.filter(({ id }) => id !== 'KRR-TLS-002') }),
    'unknown',
    ['rule-missing'],
  ],

  ['a MUST rule failed', to(failing), 'no', ['must-failed']],
  ['a SHOULD rule failed', to(withRule(prod, 'KRR-HTTP-005', 'failed')), 'yes', []],
  [
    'a SHOULD rule failed and warnings block',
    {
      ...to(withRule(prod, 'KRR-HTTP-005', 'failed')),
      policy: { ...trustingPolicy, block: { levels: ['MUST', 'SHOULD'], rules: [] } },
    },
    'no',
    ['blocking-rule-failed'],
  ],
  [
    'a SHOULD rule failed of an area that blocks',
    {
      ...to(withRule(prod, 'KRR-HTTP-005', 'failed')),
      policy: { ...trustingPolicy, block: { levels: ['MUST'], rules: ['HTTP'] } },
    },
    'no',
    ['blocking-rule-failed'],
  ],
  [
    'a MUST rule failed in the first one only',
    { from: sideOf('test', withRule(reportOf('test'), 'KRR-JWS-003', 'failed')) },
    'yes',
    [],
  ],
  [
    'a MUST rule could not be judged',
    to(withRule(prod, 'KRR-BODY-001', 'inconclusive')),
    'unknown',
    ['must-not-judged'],
  ],
  [
    'a MUST rule of the first one could not be judged',
    { from: sideOf('test', withRule(reportOf('test'), 'KRR-BODY-001', 'inconclusive')) },
    'unknown',
    ['must-not-judged'],
  ],
  [
    'the harness broke in a rule',
    to(withRule(prod, 'KRR-BODY-001', 'errored')),
    'unknown',
    ['harness-broke', 'must-not-judged'],
  ],
  [
    'a write was left out',
    to(withRule(prod, 'KRR-PATCH-003', 'not-exercised')),
    'unknown',
    ['must-not-exercised'],
  ],
  [
    'a write was left out, which the policy accepts by its area',
    {
      ...to(withRule(prod, 'KRR-PATCH-003', 'not-exercised')),
      ...prodPolicy({ notExercised: ['PATCH'] }),
    },
    'yes',
    [],
  ],
  [
    'a write was left out, and the policy accepts another rule',
    {
      ...to(withRule(prod, 'KRR-PATCH-003', 'not-exercised')),
      ...prodPolicy({ notExercised: ['KRR-PATCH-004'], notApplicable: ['PATCH'] }),
    },
    'unknown',
    ['must-not-exercised'],
  ],
  [
    'a rule does not apply',
    to(withRule(prod, 'KRR-JWS-006', 'not-applicable')),
    'unknown',
    ['must-not-applicable'],
  ],
  [
    'a rule does not apply, which the policy accepts by its id',
    {
      ...to(withRule(prod, 'KRR-JWS-006', 'not-applicable')),
      ...prodPolicy({ notApplicable: ['KRR-JWS-006'] }),
    },
    'yes',
    [],
  ],
  [
    'a rule does not apply to a client of fewer scopes, as the policy says it is',
    { ...to(withFewerScopes(prod, 'KRR-SCOPE-004')), ...prodPolicy({ scopes: [contactScope] }) },
    'yes',
    [],
  ],
  [
    'a rule does not apply by declaration, and the policy says nothing of scopes',
    to(withFewerScopes(prod, 'KRR-SCOPE-004')),
    'unknown',
    ['must-not-applicable'],
  ],
  [
    'the run was declared to have fewer scopes than the policy says',
    {
      ...to(withFewerScopes(prod, 'KRR-SCOPE-004')),
      ...prodPolicy({ scopes: [contactScope, 'krr:user/digitalpost.read'] }),
    },
    'unknown',
    ['must-not-applicable'],
  ],
  [
    'nothing passed in an area that no verdict can do without, though the policy accepts all of it',
    {
      ...to(
        prod.rules
          .filter(({ area }) => area === 'JWS')
          .reduce((report, { id }) => withRule(report, id, 'not-applicable'), prod),
      ),
      ...prodPolicy({ notApplicable: ['JWS'] }),
    },
    'unknown',
    ['area-silent'],
  ],
  [
    'the language was not put back',
    to({ ...prod, register: { found: 'nb', left: 'en', restored: false } }),
    'no',
    ['register-not-restored'],
  ],
  ['nothing was written', to({ ...prod, register: {} }), 'yes', []],

  [
    'the report of another environment under the right name',
    to({ ...reportOf('test'), target: { ...prod.target, environment: 'test' } }),
    'no',
    ['wrong-environment'],
  ],
  [
    'a report renamed to another environment',
    to(reportOf('test')),
    'no',
    ['wrong-environment', 'wrong-target', 'wrong-target'],
  ],
  [
    'a wrong target behind the right name',
    to({ ...prod, target: { ...prod.target, apiUrl: 'https://staging.example.com/person' } }),
    'no',
    ['wrong-target'],
  ],
  [
    'a wrong issuer behind the right name',
    to({ ...prod, target: { ...prod.target, issuer: 'https://test.idporten.no' } }),
    'no',
    ['wrong-target'],
  ],
  [
    'an issuer with a slash more',
    to({ ...prod, target: { ...prod.target, issuer: 'https://idporten.no/' } }),
    'yes',
    [],
  ],
  [
    'an address that nobody knows',
    to(prod, { address: undefined }),
    'unknown',
    ['address-unknown'],
  ],
  [
    'an environment of this machine that is elsewhere',
    to(prod, { address: 'loopback' }),
    'no',
    ['wrong-target', 'wrong-target'],
  ],

  [
    'nothing seals it',
    to(prod, {
      verification: {
        intact: false,
        isWhole: false,
        key: 'unknown',
        problems: [{ code: 'no-seal', path: sealFiles.manifest }],
        manifest: undefined,
        files: 3,
      },
    }),
    'unknown',
    ['not-sealed'],
  ],
  ...['report.json', 'report.html', 'junit.xml', ...Object.values(sealFiles)].map(
    (path) =>
      [
        `a byte was changed in ${path}`,
        to(prod, { verification: broken({ code: 'file-changed', path }) }),
        'no',
        ['report-tampered'],
      ] as const,
  ),
  [
    'a file of the first report is missing',
    {
      from: {
        ...sideOf('test'),
        verification: broken({ code: 'file-missing', path: 'evidence.har' }),
      },
    },
    'no',
    ['report-tampered'],
  ],
  [
    'a changed byte, and the policy asks for no signature',
    {
      ...to(prod, { verification: broken({ code: 'file-changed', path: 'report.json' }) }),
      policy: { ...trustingPolicy, signature: 'not-required' },
    },
    'yes',
    [],
  ],
  [
    'another key signed',
    to(prod, { verification: signedBy('configured key', 'z'.repeat(43)) }),
    'no',
    ['other-key'],
  ],
  [
    'another key than that of the setting signed',
    to(prod, { verification: broken({ code: 'other-key', path: sealFiles.key }) }),
    'no',
    ['other-key'],
  ],
  [
    'a key that calls itself configured signed, and nothing says whose it is',
    to(prod, { verification: signedBy('configured key', 'z'.repeat(43), 'unknown') }),
    'unknown',
    ['unknown-key'],
  ],
  [
    'a key of the run signed',
    to(prod, { verification: signedBy('ephemeral key', 'z'.repeat(43)) }),
    'unknown',
    ['ephemeral-key'],
  ],
  [
    'a key of the run signed, which the policy accepts',
    {
      ...to(prod, { verification: signedBy('ephemeral key', 'z'.repeat(43), 'unknown') }),
      policy: { ...strictPolicy, signature: 'sealed' },
    },
    'yes',
    [],
  ],

  ['no figures of the matrix', { matrix: undefined }, 'unknown', ['matrix-missing']],
  [
    'no figures, which the policy accepts',
    { matrix: undefined, policy: { ...trustingPolicy, matrix: 'not-required' } },
    'yes',
    [],
  ],
  [
    'a row of the matrix that came out otherwise',
    { matrix: { ...completeMatrix, expected: 10 } },
    'unknown',
    ['matrix-incomplete'],
  ],
  [
    'a MUST rule that no defect trips',
    { matrix: { ...completeMatrix, proven: completeMatrix.proven.slice(1) } },
    'unknown',
    ['matrix-incomplete'],
  ],
  [
    'figures of an older set of rules',
    { matrix: { ...completeMatrix, ruleSet: 1 } },
    'unknown',
    ['matrix-other-version'],
  ],

  ['a known deviation', { ...to(failing), known: [knownOf('KRR-JWS-003')] }, 'yes', []],
  [
    'a known deviation on its last day',
    { ...to(failing), known: [knownOf('KRR-JWS-003', { expires: '2026-11-25' })] },
    'yes',
    [],
  ],
  [
    'a known deviation that expired yesterday',
    { ...to(failing), known: [knownOf('KRR-JWS-003', { expires: '2026-11-24' })] },
    'no',
    ['must-failed', 'known-expired'],
  ],
  [
    'a known deviation for exactly 90 days',
    { ...to(failing), known: [knownOf('KRR-JWS-003', { expires: '2027-02-23' })] },
    'yes',
    [],
  ],
  [
    'a known deviation for 91 days',
    { ...to(failing), known: [knownOf('KRR-JWS-003', { expires: '2027-02-24' })] },
    'no',
    ['must-failed', 'known-too-long'],
  ],
  [
    'a known deviation that is no longer seen',
    { known: [knownOf('KRR-JWS-003')] },
    'no',
    ['known-not-seen'],
  ],
  [
    'a known deviation that could not be looked for',
    {
      ...to(withRule(prod, 'KRR-JWS-003', 'inconclusive')),
      known: [knownOf('KRR-JWS-003')],
    },
    'unknown',
    ['must-not-judged'],
  ],
  [
    'an entry broader than what is seen',
    {
      ...to(failing),
      known: [
        knownOf('KRR-JWS-003', {
          fingerprints: [...knownOf('KRR-JWS-003').fingerprints, 'f-0123456789abcdef'],
        }),
      ],
    },
    'no',
    ['known-broader'],
  ],
  [
    'another finding of the same rule',
    { ...to(failing), known: [knownOf('KRR-JWS-003', { fingerprints: [other] })] },
    'no',
    ['must-failed', 'known-not-seen'],
  ],
  [
    'a second finding beside the known one',
    {
      ...to(withRule(prod, 'KRR-JWS-003', 'failed', [finding, { ...finding, at: '/x' }])),
      known: [knownOf('KRR-JWS-003')],
    },
    'no',
    ['must-failed'],
  ],
  [
    'an entry of a rule that is none',
    { known: [knownOf('KRR-JWS-999')] },
    'no',
    ['known-unknown-rule'],
  ],
  [
    'an entry for another environment',
    { ...to(failing), known: [knownOf('KRR-JWS-003', { environment: 'test' })] },
    'no',
    ['must-failed'],
  ],
  [
    'a known deviation of one rule, another rule fails',
    {
      ...to(withRule(failing, 'KRR-BODY-001', 'failed')),
      known: [knownOf('KRR-JWS-003')],
    },
    'no',
    ['must-failed'],
  ],

  ['a request that failed at first', to(withFlake(prod)), 'unknown', ['flake-not-known']],
  [
    'a request of the first one that failed at first',
    { from: sideOf('test', withFlake(reportOf('test'))) },
    'yes',
    [],
  ],
  [
    'a request that failed at first, which the policy tolerates',
    { ...to(withFlake(prod)), policy: { ...trustingPolicy, flakes: 'tolerated' } },
    'yes',
    [],
  ],
  [
    'a request that is known to fail at first',
    { ...to(withFlake(prod)), flaky: [flakyOf()] },
    'yes',
    [],
  ],
  [
    'one known to fail at first, on the last day',
    { ...to(withFlake(prod)), flaky: [flakyOf({ expires: '2026-11-25' })] },
    'yes',
    [],
  ],
  [
    'one known to fail at first, until yesterday',
    { ...to(withFlake(prod)), flaky: [flakyOf({ expires: '2026-11-24' })] },
    'no',
    ['flaky-expired', 'flake-not-known'],
  ],
  [
    'one known to fail at first for 91 days',
    { ...to(withFlake(prod)), flaky: [flakyOf({ expires: '2027-02-24' })] },
    'no',
    ['flaky-too-long', 'flake-not-known'],
  ],
  [
    'an entry of a day that is none',
    { ...to(withFlake(prod)), flaky: [flakyOf({ expires: '2026-13-41' })] },
    'no',
    ['flaky-expired', 'flake-not-known'],
  ],
  [
    'another request than the known one failed at first',
    {
      ...to(withFlake(prod, 'GET person, no Authorization')),
      flaky: [flakyOf()],
    },
    'unknown',
    ['flake-not-known'],
  ],
  ['one known to fail at first came at once', { flaky: [flakyOf()] }, 'yes', []],
  [
    'one known to fail at first came at once, and in nine runs before',
    { ...to(withFlakesBefore(prod, 9, [])), flaky: [flakyOf()] },
    'yes',
    [],
  ],
  [
    'one known to fail at first came at once, but not in all of ten runs before',
    { ...to(withFlakesBefore(prod, 10, flakyOf().requests)), flaky: [flakyOf()] },
    'yes',
    [],
  ],
  [
    'one known to fail at first came at once, and in ten runs before',
    { ...to(withFlakesBefore(prod, 10, ['GET person, no Authorization'])), flaky: [flakyOf()] },
    'yes',
    [],
  ],
  [
    'one known to fail at first did so again, after ten runs without',
    { ...to(withFlake(withFlakesBefore(prod, 10, []))), flaky: [flakyOf()] },
    'yes',
    [],
  ],
  [
    'a request known to fail at first that no run asks',
    { flaky: [flakyOf({ requests: ['GET persons'] })] },
    'no',
    ['flaky-unknown-request'],
  ],
  [
    'one known to fail at first in another environment',
    { ...to(withFlake(prod)), flaky: [flakyOf({ environment: 'test' })] },
    'unknown',
    ['flake-not-known'],
  ],
  [
    'a rule that failed on an answer known to come late: that it is late excuses nothing',
    { ...to(withRule(withFlake(prod), 'KRR-JWS-003', 'failed')), flaky: [flakyOf()] },
    'no',
    ['must-failed'],
  ],

  [
    'the target is slower than the factor allows',
    {
      from: sideOf('test', reportOf('test', slow(30))),
      ...to(reportOf('prod', slow(151))),
    },
    'no',
    ['slower'],
  ],
  [
    'the target is as slow as the factor allows',
    {
      from: sideOf('test', reportOf('test', slow(30))),
      ...to(reportOf('prod', slow(150))),
    },
    'yes',
    [],
  ],
  [
    'the two runs asked nothing alike',
    to(reportOf('prod', [{ label: 'GET person, spraak', content: {} }])),
    'unknown',
    ['nothing-compared'],
  ],

  [
    'failed, stale and partial at once',
    {
      ...to(ran(failing, { selection: 'partial' })),
      ...at('2026-11-28T10:00:00.000Z'),
    },
    'no',
    ['must-failed', 'report-partial', 'report-stale', 'report-stale'],
  ],
  [
    'tampered with and not restored',
    to(
      { ...prod, register: { restored: false } },
      { verification: broken({ code: 'bad-signature', path: sealFiles.signature }) },
    ),
    'no',
    ['report-tampered', 'register-not-restored'],
  ],
  [
    'inconclusive, and no matrix',
    { ...to(withRule(prod, 'KRR-BODY-001', 'inconclusive')), matrix: undefined },
    'unknown',
    ['must-not-judged', 'matrix-missing'],
  ],
]

describe('decide', () => {
  test.each(situations)('%s', (_, change, answer, codes) => {
    const decision = decide(inOrder(change))
    expect(decision.reasons.map(({ code }) => code)).toEqual(codes)
    expect(decision.answer).toBe(answer)
    for (const { what, change: settles } of decision.reasons) {
      expect(what).toMatch(/\S/)
      expect(settles).toMatch(/\S/)
    }
  })

  test('every reason but those of a pair is met by a situation', () => {
    const met = new Set(situations.flatMap(([, , , codes]) => codes))
    const pair = ['breaking-difference', 'document-breaks']
    expect(Object.keys(reasonCodes).filter((code) => !met.has(code as ReasonCode))).toEqual(pair)
  })

  test('what is known to be flaky is told, whether it was or came at once this time', () => {
    const remarks = (report: ConformanceReport) =>
      decide(inOrder({ ...to(report), flaky: [flakyOf()] })).remarks
    const { waivers, answer } = decide(inOrder({ ...to(withFlake(prod)), flaky: [flakyOf()] }))
    expect([answer, waivers]).toEqual([
      'yes',
      [
        {
          kind: 'flake',
          environment: 'prod',
          of: flakyRequest,
          trouble: '503',
          reason: 'the proxy restarts at night',
          owner: 'team-krr',
          link: 'https://example.com/issues/2',
          expires: '2026-12-24',
        },
      ],
    ])
    const quiet = `known-flaky.yaml:2: ${flakyRequest} came at once this time; if it stays so, remove it.`
    expect(remarks(prod)).toContain(quiet)
    expect(remarks(withFlakesBefore(prod, 9, []))).toContain(quiet)
    expect(remarks(withFlakesBefore(prod, 10, flakyOf().requests))).toContain(quiet)
    expect(remarks(withFlakesBefore(prod, 10, []))).toContain(
      `known-flaky.yaml:2: ${flakyRequest} came at once this time and in the 10 full runs before: remove it.`,
    )
  })

  test('it names what it is based on, and says what it accepted', () => {
    const decision = decide(inOrder({ ...to(failing), known: [knownOf('KRR-JWS-003')] }))
    expect(decision.to).toMatchObject({
      environment: 'prod',
      run: prod.run.id,
      verdict: 'deviating',
      thumbprint: trustedKey,
    })
    expect(decision.to.manifestSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(decision.waivers).toEqual([
      {
        kind: 'deviation',
        environment: 'prod',
        of: 'KRR-JWS-003',
        reason: 'the authority fixes it in December',
        owner: 'team-krr',
        link: 'https://example.com/issues/1',
        expires: '2026-12-24',
      },
    ])
    expect(answerWords(decision)).toBe('Yes, with 1 waiver')
    expect(decision).toMatchObject({
      decidedAt: now.toISOString(),
      id: '2026-11-25T12-00-00-000-test-prod',
    })
  })
})
