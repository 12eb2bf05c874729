import type { Exchange, FieldLine } from '../../evidence/exchange.ts'
import type { JsonObject } from '../../evidence/json.ts'
import type { Jws } from '../../evidence/jws.ts'
import {
  type ExpectedPerson,
  krrScopes,
  type PersonReading,
} from '../../evidence/person-reading.ts'

/** A synthetic person's number (month +80) with valid control digits. */
export const samplePid = '20914695016'

/** A person who can be notified, as a conforming server describes her with every scope. */
export const samplePerson = {
  personidentifikator: samplePid,
  reservasjon: 'NEI',
  status: 'AKTIV',
  varslingsstatus: 'KAN_VARSLES',
  kontaktinformasjon: {
    epostadresse: 'test@example.org',
    epostadresse_oppdatert: '2018-06-29T10:14:52+02',
    mobiltelefonnummer: '+4799999999',
    mobiltelefonnummer_oppdatert: '2018-06-29T10:14:52+02',
  },
  digital_post: { postkasseadresse: 'test#9YDT', postkasseleverandoeradresse: '984661185' },
  sertifikat: 'MIIB',
  spraak: 'nb',
  spraak_oppdatert: '2018-06-29T10:14:52+02',
} as const

/** What a test wants to be different from the sample. */
export interface SampleOverrides {
  /** Members to change; undefined takes the member out. */
  readonly person?: JsonObject
  readonly scopes?: PersonReading['scopes']
  readonly expected?: Partial<ExpectedPerson>
  /** Any JWS: makes the reading one of `application/jose`. */
  readonly jws?: Jws
}

/** A conforming reading of the main test user with all scopes, changed as the test says. */
export const sampleReading = (overrides: SampleOverrides = {}): PersonReading => {
  const person = without({ ...samplePerson, ...overrides.person })
  const bytes = new TextEncoder().encode(JSON.stringify(person))
  return {
    exchange: sampleExchange({ content: bytes }),
    representation: overrides.jws === undefined ? 'application/json' : 'application/jose',
    scopes: overrides.scopes ?? krrScopes,
    bytes,
    jws: overrides.jws,
    expected: {
      persona: 'MAIN',
      pid: samplePid,
      has: ['epostadresse', 'mobiltelefonnummer', 'digital_post', 'sertifikat'],
      ...overrides.expected,
    },
    person,
  }
}

/** A JWS around nothing in particular: rules on the person look at its presence only. */
export const sampleJws: Jws = {
  compact: 'e30.e30.AA',
  header: {},
  signingInput: 'e30.e30',
  payload: new Uint8Array(),
  signature: new Uint8Array(1),
}

/** An exchange with this status, these fields and this content in the response. */
export const sampleExchange = (
  response: {
    readonly method?: string
    readonly status?: number
    readonly fields?: readonly FieldLine[]
    readonly content?: Uint8Array | string
  } = {},
): Exchange => ({
  id: 'x-001',
  label: 'sample',
  request: {
    method: response.method ?? 'GET',
    url: 'https://krr.example/rest/v1/person',
    fields: [],
  },
  response: {
    status: response.status ?? 200,
    fields: response.fields ?? [],
    content:
      typeof response.content === 'string'
        ? new TextEncoder().encode(response.content)
        : (response.content ?? new Uint8Array()),
  },
  startedAt: Date.parse('2026-11-22T12:00:00Z'),
  receivedAt: Date.parse('2026-11-22T12:00:01Z'),
  failedAttempts: [],
})

const without = (members: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
