import type { HttpResponse } from '../../evidence/exchange.ts'
import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import {
  type SampleOverrides,
  sampleExchange,
  samplePerson,
  samplePid,
  sampleReading,
} from '../body/sample-reading.fixture.ts'

/** What a test wants the answer to be; `content` that is no string is written as JSON. */
export interface SampleAnswer {
  readonly status?: number
  readonly fields?: HttpResponse['fields']
  readonly content?: unknown
}

/** The error body that was observed of the register: five members. */
export const fiveMembers = {
  status: 401,
  error: 'Unauthorized',
  error_description: 'Full authentication is required to access this resource',
  correlation_id: '7f1c2a04-9d3e-4b7a-8c55-123456789012',
  timestamp: '2020-03-05T09:29:51.971Z',
} as const

/** A refusal as it should be, 401 with five members, changed as the test says. */
export const sampleRefusal = (answer: SampleAnswer = {}): Refusal => {
  const content = answer.content ?? fiveMembers
  return {
    factor: 'no Authorization',
    twin: sampleExchange({ content: JSON.stringify(samplePerson) }),
    exchange: sampleExchange({
      status: answer.status ?? 401,
      fields: answer.fields ?? [['WWW-Authenticate', 'Bearer realm="krr"']],
      content: typeof content === 'string' ? content : JSON.stringify(content),
    }),
    personal: [samplePid, 'test@example.org', 'nb'],
  }
}

/** The same of a write, with the person that was read after it. */
export const sampleRefusedWrite = (
  after: SampleOverrides['person'] = {},
  answer: SampleAnswer = {},
): RefusedWrite => ({
  ...sampleRefusal(answer),
  before: sampleReading(),
  after: sampleReading({ person: after }),
})
