import type { DifferenceCode } from '../../compare/model.ts'
import { canonicalName } from '../../config/registry.ts'
import type { Level } from '../../rules/rule.ts'
import { ruleSetVersion } from '../../rules/rule-set.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import schema from './gate-policy.schema.json' with { type: 'json' }

/** What a gate holds of one environment. Rules are named by id or by area: `KRR-PATCH-003`, `PATCH`. */
export interface EnvironmentPolicy {
  /** MUST rules that may be left out on purpose: writes in production. */
  readonly notExercised: readonly string[]
  /** MUST rules whose condition may not hold. */
  readonly notApplicable: readonly string[]
  /**
   * The `krr:user/*` scopes that the client is registered for: rules that take others may be not applicable, where the
   * run was declared to have no fewer than these.
   */
  readonly scopes?: readonly string[]
  /** Addresses of an environment of one's own; those of a built-in one are known. */
  readonly apiUrl?: string
  readonly issuer?: string
}

/** By what a gate decides (`gate.policy.yaml`, gate-policy.schema.json). */
export interface GatePolicy {
  /** The version of the set of rules that is judged by: later rules turn nothing red until it is raised. */
  readonly ruleSet: number
  readonly maxAgeHours: number
  readonly block: {
    /** `MUST` always; `SHOULD` where a warning must stop a switch too. */
    readonly levels: readonly Level[]
    /** Rules that block whatever their level. */
    readonly rules: readonly string[]
  }
  /** `required`: sealed by a key of `keys` or of the setting; `sealed`: untouched, by any key. */
  readonly signature: 'required' | 'sealed' | 'not-required'
  /** Thumbprints (RFC 7638) of the keys that may have signed. */
  readonly keys: readonly string[]
  readonly matrix: 'required' | 'not-required'
  /** `known`: what came at a second attempt only must be in `known-flaky.yaml`; `tolerated`: it is listed. */
  readonly flakes: 'known' | 'tolerated'
  readonly pair: {
    readonly breaking: readonly DifferenceCode[]
    /** The target's fastest answers may take so many times as long. */
    readonly latencyFactor: number
  }
  readonly environments: Readonly<Record<string, EnvironmentPolicy>>
}

/** What breaks a service that works with the other environment. */
export const breakingByDefault = [
  'status-changed',
  'content-changed',
  'member-removed',
  'member-type-changed',
  'error-member-type-changed',
  'jws-alg-changed',
] as const satisfies readonly DifferenceCode[]

/** What holds without a file, and for each key that a file leaves out: nothing is accepted. */
export const strictPolicy: GatePolicy = {
  ruleSet: ruleSetVersion,
  maxAgeHours: 24,
  block: { levels: ['MUST'], rules: [] },
  signature: 'required',
  keys: [],
  matrix: 'required',
  flakes: 'known',
  pair: { breaking: breakingByDefault, latencyFactor: 5 },
  environments: {},
}

/** What holds of an environment that the policy does not name. */
export const environmentPolicy = (policy: GatePolicy, name: string): EnvironmentPolicy =>
  policy.environments[name] ?? { notExercised: [], notApplicable: [] }

/** Whether one of the names is the rule's id or its area. */
export const isNamed = (id: string, names: readonly string[]): boolean =>
  names.some((name) => name === id || id.startsWith(`KRR-${name}-`))

type Written = Partial<Omit<GatePolicy, 'block' | 'pair' | 'environments'>> & {
  readonly block?: Partial<GatePolicy['block']>
  readonly pair?: Partial<GatePolicy['pair']>
  readonly environments?: Readonly<Record<string, Partial<EnvironmentPolicy>>>
}

/**
 * The policy of a file: what it leaves out is as strict as without one.
 * @throws ConfigurationError naming line, key and the nearest known one
 */
export const readPolicy = (text: string, file: string): GatePolicy => {
  const { value } = readYaml<Written>(text, file, schema)
  return {
    ...strictPolicy,
    ...value,
    block: { ...strictPolicy.block, ...value.block },
    pair: { ...strictPolicy.pair, ...value.pair },
    environments: Object.fromEntries(
      Object.entries(value.environments ?? {}).map(([name, own]) => [
        canonicalName(name),
        { notExercised: [], notApplicable: [], ...own },
      ]),
    ),
  }
}
