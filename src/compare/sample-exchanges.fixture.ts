import type { ConformanceReport, RecordedExchange } from '../report/model.ts'
import { sampleReport } from '../report/sample-report.fixture.ts'

/** What a sample exchange may be told to be otherwise. */
export interface SampleAnswer {
  readonly label?: string
  readonly method?: string
  readonly url?: string
  readonly status?: number
  readonly fields?: readonly (readonly [string, string])[]
  readonly content?: unknown
  readonly jws?: NonNullable<RecordedExchange['response']['jws']>
  readonly elapsedMs?: number
}

const apiUrl = 'https://test.kontaktregisteret.no/rest/v1/person'

/** An exchange with the person resource as a report has it. */
const sampleExchange = (own: SampleAnswer = {}): RecordedExchange => ({
  id: 'x-001',
  label: own.label ?? 'GET person, application/json',
  startedAt: '2026-11-23T02:00:01.000Z',
  elapsedMs: own.elapsedMs ?? 30,
  request: { method: own.method ?? 'GET', url: own.url ?? apiUrl, fields: [], contentLength: 0 },
  response: {
    status: own.status ?? 200,
    fields: own.fields ?? [['Content-Type', 'application/json']],
    ...(own.content === undefined ? {} : { content: JSON.stringify(own.content) }),
    contentLength: own.content === undefined ? 0 : 100,
    ...(own.jws === undefined ? {} : { jws: own.jws }),
  },
  failedAttempts: [],
})

/** A conforming report with these exchanges in place of its own. */
export const reportWith = (...answers: readonly SampleAnswer[]): ConformanceReport => ({
  ...sampleReport('conformant'),
  exchanges: answers.map(sampleExchange),
})
