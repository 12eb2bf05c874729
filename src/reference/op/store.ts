import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

/** What one provider remembers: sessions, codes, tokens, grants, interactions. */
export interface Store {
  readonly adapter: AdapterFactory
  has(model: string, id: string): boolean
}

interface StoredRecord {
  readonly payload: AdapterPayload
  readonly forgetAt: number
}

/** Expired records stay known for a while: an expired token is not a revoked one. */
const keptAfterExpiryMs = 3_600_000
const sweepEveryMs = 60_000

/**
 * Makes a store in memory, one per provider. The default adapter of oidc-provider is one cache for
 * all providers of the process, which dozens of them would evict each other from.
 */
export const createStore = (): Store => {
  const records = new Map<string, StoredRecord>()
  let nextSweep = Date.now() + sweepEveryMs

  const sweep = (now: number): void => {
    if (now < nextSweep) return
    nextSweep = now + sweepEveryMs
    for (const [key, { forgetAt }] of records) if (forgetAt < now) records.delete(key)
  }

  const adapter = (model: string): Adapter => {
    const prefix = `${model}:`
    const ownWhere = (matches: (payload: AdapterPayload) => boolean) =>
      [...records].filter(([key, { payload }]) => key.startsWith(prefix) && matches(payload))

    return {
      upsert: async (id, payload, expiresIn = Number.POSITIVE_INFINITY) => {
        const now = Date.now()
        sweep(now)
        const forgetAt = now + expiresIn * 1000 + keptAfterExpiryMs
        records.set(prefix + id, { payload, forgetAt })
      },
      find: async (id) => records.get(prefix + id)?.payload,
      findByUid: async (uid) => ownWhere((payload) => payload.uid === uid)[0]?.[1].payload,
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const found = records.get(prefix + id)
        if (found !== undefined) found.payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        records.delete(prefix + id)
      },
      revokeByGrantId: async (grantId) => {
        for (const [key] of ownWhere((payload) => payload.grantId === grantId)) records.delete(key)
      },
    }
  }

  return { adapter, has: (model, id) => records.has(`${model}:${id}`) }
}
