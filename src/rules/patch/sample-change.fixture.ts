import type { JsonObject } from '../../evidence/json.ts'
import type {
  CompetingChanges,
  LanguageChange,
  PatchAttempt,
  RepeatedChange,
} from '../../evidence/refusal.ts'
import { sampleExchange, sampleJws, sampleReading } from '../body/sample-reading.fixture.ts'

/** What a test wants to be different from a change that went well. */
export interface ChangeOverrides {
  readonly requested?: string
  readonly response?: Parameters<typeof sampleExchange>[0]
  readonly before?: JsonObject
  /** Members of every reading after the change. */
  readonly after?: JsonObject
}

/** A change from nb to nn that went well, changed as the test says. For tests. */
export const sampleChange = (overrides: ChangeOverrides = {}): LanguageChange => {
  const requested = overrides.requested ?? 'nn'
  const person = {
    spraak: requested,
    spraak_oppdatert: '2026-11-22T13:00:00+01',
    ...overrides.after,
  }
  return {
    requested,
    exchange: sampleExchange({ method: 'PATCH', status: 204, ...overrides.response }),
    before: sampleReading({ person: overrides.before ?? {} }),
    after: [
      sampleReading({ person }),
      sampleReading({ person, jws: sampleJws }),
      sampleReading({ person }),
    ],
  }
}

/** What a test wants to be different from an attempt that was refused. */
export interface AttemptOverrides {
  readonly sent?: string
  readonly status?: number
  readonly before?: JsonObject
  readonly after?: JsonObject
}

/** A document that was refused with 400 and changed nothing, changed as the test says. For tests. */
export const sampleAttempt = (overrides: AttemptOverrides = {}): PatchAttempt => ({
  factor: 'the document',
  twin: sampleExchange({ method: 'PATCH', status: 204 }),
  exchange: sampleExchange({ method: 'PATCH', status: overrides.status ?? 400 }),
  personal: [],
  requested: 'a document of the test',
  sent: overrides.sent ?? '{"spraak":"de"}',
  before: sampleReading({ person: overrides.before ?? {} }),
  after: sampleReading({ person: overrides.after ?? {} }),
})

/** What a test wants to be different from a change that was repeated, or competed with another. */
export interface AgainOverrides {
  readonly statuses?: readonly [number, number]
  readonly before?: JsonObject
  readonly after?: JsonObject
}

/** A change to nn that was sent twice and accepted twice, changed as the test says. For tests. */
export const sampleRepetition = (overrides: AgainOverrides = {}): RepeatedChange => {
  const [first, second] = overrides.statuses ?? [204, 204]
  return {
    requested: 'nn',
    first: sampleExchange({ method: 'PATCH', status: first }),
    exchange: sampleExchange({ method: 'PATCH', status: second }),
    before: sampleReading({ person: { spraak: 'nn', ...overrides.before } }),
    after: sampleReading({ person: { spraak: 'nn', ...overrides.after } }),
  }
}

/** Changes to en and se that were sent at once, of which se stands, changed as the test says. For tests. */
export const sampleCompetition = (overrides: AgainOverrides = {}): CompetingChanges => {
  const [one, other] = overrides.statuses ?? [204, 204]
  return {
    requested: ['en', 'se'],
    exchanges: [
      sampleExchange({ method: 'PATCH', status: one }),
      sampleExchange({ method: 'PATCH', status: other }),
    ],
    before: sampleReading({ person: { spraak: 'nn', ...overrides.before } }),
    after: sampleReading({ person: { spraak: 'se', ...overrides.after } }),
  }
}
