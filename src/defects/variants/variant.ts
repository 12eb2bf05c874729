import type { SandboxFile } from '../../config/sandbox-file.ts'
import type { Injections } from '../../reference/seams.ts'
import type { ReferenceOptions, ReferenceShared } from '../../reference/start.ts'
import type { RuleId } from '../../rules/rule.ts'

/** A server that is unusual and in order: a harness that calls it deviating would cry wolf. */
export interface Variant {
  readonly id: `VAR-${string}`
  /** What is unusual, as a sentence about the server. */
  readonly title: string
  /** SHOULD and INFO rules that may trip; any other one, and any MUST rule, is a false alarm. */
  readonly mayTrip?: readonly RuleId[]
  /** Rules that do not apply to the reference environment as it is, and must be seen to pass here. */
  readonly settles?: readonly RuleId[]
  /** At as many seams as it takes; made anew for each start. */
  readonly injections?: () => Injections
  readonly options?: Pick<
    ReferenceOptions,
    | 'latencyMs'
    | 'deliverExpired'
    | 'speaksHttp2'
    | 'scopes'
    | 'rotatesRefreshTokens'
    | 'hasSeveralHosts'
  >
  /** How the server was in an earlier run of the same environment. */
  readonly earlier?: () => Injections
  /** What the user configures otherwise for such a server. */
  readonly configure?: (configured: SandboxFile, shared: ReferenceShared) => SandboxFile
}
