import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Decision, decide, type ServiceOptions } from './service.fixture.ts'
import { type Sandbox, startSandbox } from './start.ts'
import { requestField } from './switchboard.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox?.stop())

const service = (fault?: string): ServiceOptions => {
  const { apiUrl, issuer, client, redirectUri, caPem, trustAnchorPem } = sandbox.reference
  return {
    ...{ apiUrl, issuer, client, redirectUri, ca: caPem, trustAnchor: trustAnchorPem },
    ...(fault === undefined ? {} : { fields: { [requestField]: fault } }),
  }
}
const main = (options: ServiceOptions) => decide(sandbox.reference.people.MAIN.pid, options)

const usual: Decision = { kind: 'e-mail', to: 'main@example.com', language: 'nb' }

describe('a service that uses KRR', { timeout: 60_000 }, () => {
  test('reaches who can be reached, and writes to who cannot', async () => {
    expect(await main(service())).toEqual(usual)
    const { RESERVED, DELETED, UNREGISTERED } = sandbox.reference.people
    for (const { pid } of [RESERVED, DELETED, UNREGISTERED])
      expect(await decide(pid, service())).toEqual({ kind: 'letter' })
  })

  test.each(['VAR-UNKNOWN-MEMBERS', 'VAR-CHUNKED', 'latency=20', 'op-latency=20'])(
    'is not disturbed by %s',
    async (variant) => {
      expect(await main(service(variant))).toEqual(usual)
    },
  )

  // What a service must do of each; a test that asks for it goes red where the service trusts whatever comes.
  test.each<[fault: string, kind: Decision['kind']]>([
    ['DEF-JWS-SIGNATURE-IS-BROKEN', 'refused'],
    ['DEF-JWS-CHAIN-LEADS-TO-A-STRANGER', 'refused'],
    ['DEF-JWS-SIGNING-CERTIFICATE-HAS-EXPIRED', 'refused'],
    ['DEF-JWS-EXP-HAS-PASSED', 'refused'],
    ['DEF-NEG-JOSE-IS-ANSWERED-WITH-JSON', 'refused'],
    ['DEF-OP-PID-IS-ANOTHER-PERSONS', 'refused'],
    ['DEF-OP-ACR-IS-BELOW-THE-LEVEL-REQUESTED', 'refused'],
    ['DEF-OP-ID-TOKEN-SIGNATURE-IS-BROKEN', 'refused'],
    ['expired', 'refused'],
    ['429=30', 'later'],
    ['503', 'later'],
    ['reset', 'refused'],
  ])('%s: it is %s, and the naive service goes red', async (fault, kind) => {
    expect(await main(service(fault))).toMatchObject({ kind })
    const isSurvived = await main({ ...service(fault), isNaive: true }).then(
      (decision) => decision.kind === kind,
      () => false,
    )
    expect(isSurvived).toBe(false)
  })

  test('tests beside each other do not meet the faults of another', async () => {
    const faults = ['DEF-JWS-SIGNATURE-IS-BROKEN', undefined, '429=1', undefined]
    const decisions = await Promise.all(faults.map((fault) => main(service(fault))))
    expect(decisions.map(({ kind }) => kind)).toEqual(['refused', 'e-mail', 'later', 'e-mail'])
  })
})
