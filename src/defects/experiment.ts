import type { SandboxFile } from '../config/sandbox-file.ts'
import type { KrrScope } from '../evidence/person-reading.ts'
import { type Injections, type SeamName, seamsWith } from '../reference/seams.ts'
import {
  type ReferenceEnvironment,
  type ReferenceOptions,
  type ReferenceShared,
  startReference,
} from '../reference/start.ts'
import type { ConformanceReport } from '../report/model.ts'
import type { RuleId } from '../rules/rule.ts'
import type { Expiry } from '../run/expiry.ts'
import { asConfigured } from '../run/started-reference.ts'
import type { Facts, Row, RowHeader } from './row.ts'

/** A server that has started for an experiment. */
export interface Started {
  readonly configured: SandboxFile
  /** Lets tokens expire without a wait. */
  readonly expiry?: Expiry | undefined
  /** Whether what is unusual about it has been met. */
  readonly isReached: () => boolean
  readonly stop: () => Promise<void>
}

/** One row of the matrix to be: what is started, and what its report must say. */
export interface Experiment extends RowHeader {
  /** What the client is registered for, where it is less than all three scopes. */
  readonly scopes?: readonly KrrScope[] | undefined
  /** The rules that it proves able to trip. */
  readonly proves: readonly RuleId[]
  /** One run each, in the same environment; the last one, or the first that is not as expected, is the row. */
  readonly rounds: readonly [Round, ...Round[]]
  readonly judge: (report: ConformanceReport, facts: Facts) => Row
  /** What the reports of the rounds before the last must say, where it is something else. */
  readonly judgeEarlier?: Experiment['judge']
}

/** Starts the server that one run judges. */
export type Round = (shared: ReferenceShared) => Promise<Started>

/** A round on the reference environment with these injections, made anew for each start. */
export const onReference =
  (injections: () => Injections, options: Omit<ReferenceOptions, 'seams' | 'shared'> = {}): Round =>
  async (shared) => {
    const own = injections()
    const activated = new Set<SeamName>()
    const reference = await startReference({
      ...options,
      shared,
      seams: seamsWith(own, (seam) => activated.add(seam)),
    })
    return started(reference, () =>
      Object.keys(own).every((seam) => activated.has(seam as SeamName)),
    )
  }

/**
 * Two rounds on the reference environment at one address: another address would be another installation, and nothing
 * is compared between two of them.
 */
export const inOnePlace = (
  earlier: () => Injections,
  last: () => Injections,
  options: Omit<ReferenceOptions, 'seams' | 'shared'> = {},
): readonly [Round, Round] => {
  let apiPort: number | undefined
  const at =
    (injections: () => Injections): Round =>
    async (shared) => {
      const started = await onReference(injections, { ...options, ...(apiPort && { apiPort }) })(
        shared,
      )
      apiPort = Number(new URL(started.configured.apiUrl).port)
      return started
    }
  return [at(earlier), at(last)]
}

const started = (reference: ReferenceEnvironment, isReached: () => boolean): Started => ({
  configured: asConfigured(reference),
  expiry: { client: reference.shortLivedClient, letTimePass: reference.letTimePass },
  isReached,
  stop: () => reference.stop(),
})
