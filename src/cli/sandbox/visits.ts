import type { Exchange } from '../../evidence/exchange.ts'

/** An exchange with one of the servers, and what it met. It holds secrets: whatever shows it masks it first. */
export interface Visit {
  readonly server: 'api' | 'op'
  readonly exchange: Exchange
  readonly applied: readonly string[]
}

/** How often each server was asked, and how often each fault was met. */
export interface Counts {
  readonly requests: { readonly api: number; readonly op: number }
  readonly applied: Readonly<Record<string, number>>
}

const keptVisits = 50

/** What was asked of the servers, and what it met. */
export interface Log {
  readonly counts: () => Counts
  /** The last exchanges, oldest first. */
  readonly visits: () => readonly Visit[]
  readonly forget: () => void
  /** Counts a request that has come, and gives its number. */
  readonly came: (server: 'api' | 'op') => number
  /** Keeps a visit from its beginning on; it is read when somebody asks, and for good when it is over. */
  readonly keep: (read: () => Visit) => { readonly over: () => void }
  /** Counts a fault that a visit met, once. */
  readonly met: (visit: { readonly applied: Set<string> } | undefined, id: string) => void
}

/** Keeps the last exchanges in memory. */
export const createLog = (): Log => {
  const requests = { api: 0, op: 0 }
  const applied = new Map<string, number>()
  const visits: { read: () => Visit }[] = []
  let count = 0
  return {
    came: (server) => {
      requests[server] += 1
      count += 1
      return count
    },
    keep: (read) => {
      const kept = { read }
      visits.push(kept)
      if (visits.length > keptVisits) visits.shift()
      return {
        over: () => {
          const visit = read()
          kept.read = () => visit
        },
      }
    },
    met: (visit, id) => {
      if (visit === undefined || visit.applied.has(id)) return
      visit.applied.add(id)
      applied.set(id, (applied.get(id) ?? 0) + 1)
    },
    counts: () => ({ requests: { ...requests }, applied: Object.fromEntries(applied) }),
    visits: () => visits.map(({ read }) => read()),
    forget: () => {
      visits.length = 0
      applied.clear()
      Object.assign(requests, { api: 0, op: 0 })
    },
  }
}
