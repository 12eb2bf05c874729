import { isProduction } from '../../config/address.ts'
import { restoreCommand } from '../../config/problem.ts'
import type { ConformanceReport } from '../../report/model.ts'
import type { GateInput, SideEvidence } from '../decision.ts'
import { type Reason, reason, type Side } from '../reason.ts'
import { failureReasons, flakeReasons, pinnedRules, silenceReasons } from './on-rules.ts'
import { runCommand } from './run-command.ts'

/** Why a report is of something else than it stands for. */
const addressReasons = (
  side: Exclude<Side, 'pair'>,
  { environment, report, address }: SideEvidence,
): readonly Reason[] => {
  if (report === undefined) return []
  const { target } = report
  const again = runCommand(environment)
  const named =
    target.environment === environment
      ? []
      : [
          reason(
            'wrong-environment',
            side,
            `the report that stands for ${environment} is one of ${target.environment}`,
            again,
          ),
        ]
  if (address === undefined) {
    return [
      ...named,
      reason(
        'address-unknown',
        side,
        `nothing says where ${environment} is, so that its report may be of anything`,
        `name apiUrl and issuer under environments.${environment} in gate.policy.yaml`,
      ),
    ]
  }
  const wrong = (['apiUrl', 'issuer'] as const).filter((key) =>
    address === 'loopback' ? !isLoopback(target[key]) : !isSame(target[key], address[key]),
  )
  return [
    ...named,
    ...wrong.map((key) =>
      reason(
        'wrong-target',
        side,
        `the report of ${environment} is about ${key} ${target[key]}, and that of ${environment} is ` +
          (address === 'loopback' ? 'on this machine' : address[key]),
        `${again}, with the ${key === 'apiUrl' ? 'API_URL' : 'ISSUER'} of ${environment} as the registry has it`,
      ),
    ),
  ]
}

const isLoopback = (address: string): boolean =>
  URL.canParse(address) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(address).hostname)

const isSame = (one: string, other: string): boolean => withoutSlash(one) === withoutSlash(other)

const withoutSlash = (address: string): string => address.replace(/\/$/, '')

/** Clocks of two machines may be apart by so much. */
const clockSkewMs = 60_000

/** Why a report says nothing of now. */
const ageReasons = (
  side: Exclude<Side, 'pair'>,
  { environment, report }: SideEvidence,
  { policy, now }: GateInput,
): readonly Reason[] => {
  const finishedAt = report?.run.finishedAt ?? ''
  // What is no time is not within any limit either.
  const ageMs = now.getTime() - Date.parse(finishedAt)
  if (ageMs < -clockSkewMs) {
    return [
      reason(
        'report-from-future',
        side,
        `the report of ${environment} ended at ${finishedAt}, after the time of this machine`,
        'set the clock of this machine',
      ),
    ]
  }
  if (ageMs <= policy.maxAgeHours * 3_600_000) return []
  const age = Number.isNaN(ageMs) ? 'of unknown age' : `${hours(ageMs)} old`
  return [
    reason(
      'report-stale',
      side,
      `the report of ${environment} is ${age}, and the policy allows ${policy.maxAgeHours} h`,
      runCommand(environment),
    ),
  ]
}

const hours = (ms: number): string => `${(Math.ceil(ms / 360_000) / 10).toFixed(1)} h`

/** That the run left the person's language changed. */
const registerReasons = (
  { register, target }: ConformanceReport,
  environment: string,
): readonly Reason[] =>
  register.restored === false
    ? [
        reason(
          'register-not-restored',
          'to',
          `the language in ${environment} was not put back: found ${register.found ?? 'unset'}, left ${register.left ?? 'unknown'}`,
          `${restoreCommand(environment, isProduction(target.apiUrl, target.issuer))}, then ${runCommand(environment)}`,
        ),
      ]
    : []

/** Why nobody can tell that a report is as its run wrote it. */
const sealReasons = (
  side: Exclude<Side, 'pair'>,
  { environment, verification }: SideEvidence,
  { policy }: GateInput,
): readonly Reason[] => {
  if (policy.signature === 'not-required') return []
  const again = runCommand(environment)
  const { problems = [{ code: 'no-seal', path: 'manifest.json' }] } = verification ?? {}
  if (verification === undefined || problems.some(({ code }) => code === 'no-seal')) {
    return [reason('not-sealed', side, `nothing seals the report of ${environment}`, again)]
  }
  if (!verification.isWhole) {
    const files = [...new Set(problems.map(({ path }) => path))].join(', ')
    return [
      reason(
        'report-tampered',
        side,
        `the report of ${environment} is not as it was sealed: ${files}`,
        `find out who changed it, then ${again}`,
      ),
    ]
  }
  const { key, thumbprint, manifest } = verification
  const isEphemeral = manifest?.signedBy === 'ephemeral key'
  if (key === 'expected') return []
  if (policy.signature === 'required' && isEphemeral) return [ephemeralKey(side, environment)]
  if (key === 'other') {
    return [
      reason(
        'other-key',
        side,
        `another key than the expected one signed the report of ${environment}: ${thumbprint}`,
        `${again} with the KRR_SIGNING_JWK that the policy expects, or name the key under keys`,
      ),
    ]
  }
  return policy.signature === 'required'
    ? [
        reason(
          'unknown-key',
          side,
          `nothing says whose key must have signed the report of ${environment}: ${thumbprint} did`,
          'set KRR_SIGNING_JWK here too, or name the key under keys in gate.policy.yaml',
        ),
      ]
    : []
}

const ephemeralKey = (side: Exclude<Side, 'pair'>, environment: string): Reason =>
  reason(
    'ephemeral-key',
    side,
    `a key made for the run signed the report of ${environment}: anyone who can write the folder can sign it again`,
    `set KRR_SIGNING_JWK, then ${runCommand(environment)}; or accept it with signature: sealed in gate.policy.yaml`,
  )

/** Why a report is no evidence, or not of what it must be: for both environments alike. */
export const reportReasons = (side: Exclude<Side, 'pair'>, input: GateInput): readonly Reason[] => {
  const own = input[side]
  const again = runCommand(own.environment)
  const { report } = own
  if (report === undefined) {
    return [
      own.path === undefined
        ? reason('report-missing', side, `there is no report of ${own.environment}`, again)
        : reason(
            'report-unreadable',
            side,
            `${own.path} is no report that this harness reads`,
            again,
          ),
    ]
  }
  return [
    ...sealReasons(side, own, input),
    ...addressReasons(side, own),
    ...(report.run.selection === 'partial'
      ? [
          reason(
            'report-partial',
            side,
            `the run of ${own.environment} judged selected rules only`,
            again,
          ),
        ]
      : []),
    ...ageReasons(side, own, input),
    ...(report.run.harnessVersion === input.harnessVersion
      ? []
      : [
          reason(
            'other-harness',
            side,
            `krr-conformance ${report.run.harnessVersion} made the report of ${own.environment}, ` +
              `and ${input.harnessVersion} decides`,
            again,
          ),
        ]),
    ...(report.run.ruleSet >= input.policy.ruleSet
      ? []
      : [
          reason(
            'other-rule-set',
            side,
            `the report of ${own.environment} judged rule set ${report.run.ruleSet}, and the policy pins ${input.policy.ruleSet}`,
            again,
          ),
        ]),
  ]
}

/** Why the target is not known to conform: what failed, what nobody judged, what is left changed. */
export const targetReasons = (input: GateInput): readonly Reason[] => {
  const { report, environment } = input.to
  if (report === undefined) return []
  const pinned = pinnedRules(report, input.policy)
  return [
    ...registerReasons(report, environment),
    ...failureReasons(input, report, pinned),
    ...silenceReasons(input, report, pinned),
    ...flakeReasons(input),
  ]
}
