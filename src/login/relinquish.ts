import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from '../oidc/client.ts'
import { revokeToken } from '../oidc/revocation-request.ts'

export interface RelinquishingOptions {
  readonly client: () => Promise<Client>
  /** The refresh tokens that there are by then. */
  readonly tokens: () => ReadonlySet<string>
}

/** An interrupted run has to end in time; what was not revoked by then expires by itself. */
const endsWithinMs = 3_000

/** Revokes refresh tokens when first called: each takes its whole grant with it (RFC 7009, 2.1). */
export const createRelinquishing = ({
  client,
  tokens,
}: RelinquishingOptions): (() => Promise<void>) => {
  let relinquished: Promise<unknown> | undefined
  const revoke = async (): Promise<void> => {
    if (tokens().size === 0) return
    const ready = await client()
    await Promise.allSettled([...tokens()].map((token) => revokeToken(ready, token)))
  }
  return async () => {
    relinquished ??= revoke().catch(() => {})
    await Promise.race([relinquished, wait(endsWithinMs, undefined, { ref: false })])
  }
}
