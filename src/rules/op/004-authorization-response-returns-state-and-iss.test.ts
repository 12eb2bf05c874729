import { describe, expect, test } from 'vitest'
import type { FieldLine } from '../../evidence/exchange.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { authorizationResponseReturnsStateAndIss as rule } from './004-authorization-response-returns-state-and-iss.ts'
import { sampleIssuer, sampleLogin } from './sample-login.fixture.ts'

const code: FieldLine = ['code', 'code-1']
const state: FieldLine = ['state', 'state-1']
const iss: FieldLine = ['iss', sampleIssuer]
const judge = (...callback: readonly FieldLine[]) => findingsOf(rule, sampleLogin({ callback }))
const silent = { authorization_response_iss_parameter_supported: undefined }

describe(rule.id, () => {
  test('conforms: both; state alone where the metadata does not announce iss; an error', async () => {
    expect(await judge(code, state, iss)).toEqual([])
    expect(await judge(['error', 'access_denied'], iss, state)).toEqual([])
    const login = sampleLogin({ metadata: silent, callback: [code, state] })
    expect(await findingsOf(rule, login)).toEqual([])
  })

  test('conforms: state alone where there is no metadata to announce iss', async () => {
    const login = sampleLogin({ callback: [code, state] })
    const provider = { ...login.provider, metadata: sampleExchange({ status: 503 }) }
    expect(await findingsOf(rule, { ...login, provider })).toEqual([])
  })

  test.each([
    ['none', [], 'absent'],
    ['another', [['state', 'STATE-1']], fromWire('STATE-1')],
    ['two', [state, ['state', 'state-2']], fromWire('state-1, state-2')],
  ] as const)('deviates: of state %s', async (_, states, actual) => {
    expect(await judge(code, iss, ...states)).toEqual([
      { at: 'state', expected: 'the state that was sent, once', actual },
    ])
  })

  test.each([
    ['none', [], 'absent'],
    ['another', [['iss', `${sampleIssuer}/`]], fromWire(`${sampleIssuer}/`)],
  ] as const)('deviates: of iss %s', async (_, issuers, actual) => {
    expect(await judge(code, state, ...issuers)).toEqual([
      { at: 'iss', expected: 'the configured issuer, once', actual },
    ])
  })

  test('deviates: another iss also where the metadata does not announce it', async () => {
    const callback: readonly FieldLine[] = [code, state, ['iss', 'https://other.example']]
    expect(await findingsOf(rule, sampleLogin({ metadata: silent, callback }))).toEqual([
      {
        at: 'iss',
        expected: 'the configured issuer, once',
        actual: fromWire('https://other.example'),
      },
    ])
  })
})
