import { describe, expect, test } from 'vitest'
import type { Refusal } from '../../evidence/refusal.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { refusalsAre401AndInvalidToken as rule } from './014-refusals-are-401-and-invalid-token.ts'
import { type SampleAnswer, sampleRefusal } from './sample-refusal.fixture.ts'

const invalid =
  'Bearer realm="krr", error="invalid_token", error_description="expired, or not ours"'

const answered = (authorization: string | undefined, answer: SampleAnswer): Refusal => {
  const refusal = sampleRefusal(answer)
  const fields = authorization === undefined ? [] : [['Authorization', authorization] as const]
  const { exchange } = refusal
  return { ...refusal, exchange: { ...exchange, request: { ...exchange.request, fields } } }
}
const challenged = (challenge: string): SampleAnswer => ({
  fields: [['WWW-Authenticate', challenge]],
})

describe(rule.id, () => {
  test.each([
    invalid,
    'bearer error=invalid_token',
    'Bearer error \t=\t "invalid_token" , realm="krr"',
    `Basic realm="a", ${invalid}`,
  ])('conforms: %s', async (challenge) => {
    expect(await findingsOf(rule, answered('Bearer bad', challenged(challenge)))).toEqual([])
  })

  test('conforms: the error stands in one of several lines', async () => {
    const fields = ['Basic realm="a"', invalid].map((line) => ['WWW-Authenticate', line] as const)
    expect(await findingsOf(rule, answered('Bearer bad', { fields }))).toEqual([])
  })

  test.each([undefined, 'Basic bad', 'Basic bearer bad', 'Bearer', 'Bearer '])(
    'conforms: 401 without an error code for who brings no Bearer token: %s',
    async (authorization) => {
      const refusal = answered(authorization, challenged('Bearer realm="krr"'))
      expect(await findingsOf(rule, refusal)).toEqual([])
    },
  )

  test.each([
    'Bearer realm="krr"',
    'Bearer error="invalid_request"',
    'Bearer error="invalid_token_type"',
    'Bearer error="not_invalid_token"',
    'Bearer error_uri="/invalid_token"',
  ])('deviates: a bad token that is told %s', async (challenge) => {
    expect(await findingsOf(rule, answered('bearer  bad', challenged(challenge)))).toEqual([
      {
        at: 'WWW-Authenticate',
        expected: 'a Bearer challenge with error="invalid_token"',
        actual: fromWire(challenge),
      },
    ])
  })

  test('deviates: a bad token behind one blank that is told nothing', async () => {
    const refusal = answered('Bearer bad', challenged('Bearer realm="krr"'))
    expect(await findingsOf(rule, refusal)).toMatchObject([{ at: 'WWW-Authenticate' }])
  })

  test.each([400, 403, 404, 499])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, answered('Bearer bad', { status }))).toEqual([
      { at: 'status', expected: '401', actual: fromWire(status) },
    ])
  })

  test('a 401 without a Bearer challenge is another rule’s', async () => {
    expect(await findingsOf(rule, answered('Bearer bad', { fields: [] }))).toEqual([])
  })

  test.each([200, 302, 399, 500])('not applicable: %i', async (status) => {
    const refusal = answered('Bearer bad', { status })
    expect(await findingsOf(rule, refusal)).toEqual([])
    expect(rule.notApplicable?.(refusal)).toMatch(/^the request was not refused/)
  })

  test.each([400, 401, 499])('applies: %i', (status) => {
    expect(rule.notApplicable?.(answered('Bearer bad', { status }))).toBeUndefined()
  })
})
