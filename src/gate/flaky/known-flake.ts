/**
 * A request that is known to fail at first now and then, and to come when it is sent again (`known-flaky.yaml`). It
 * excuses that and nothing else: what fails or stays away is for `known-deviations.yaml`, or unknown.
 */
export interface KnownFlake {
  /** The environment's own name: `test` for the alias `ver2`. */
  readonly environment: string
  /** As reports name them: `GET person, spraak, application/json`. */
  readonly requests: readonly string[]
  readonly reason: string
  readonly owner: string
  readonly link: string
  /** The last day that it holds, `2026-12-31`, by UTC. */
  readonly expires: string
  /** Where it stands in the file. */
  readonly line: number
}
