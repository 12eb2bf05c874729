import { describe, expect, test } from 'vitest'
import { samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { payloadIsAPerson as rule } from './009-payload-is-a-person.ts'
import { certify, readingOf } from './sample-chain.fixture.ts'

const signer = certify({ name: 'leaf' })
const reading = (payload: unknown) => readingOf({ signer, payload })

describe(rule.id, () => {
  test('conforms: the bare person', async () => {
    expect(await findingsOf(rule, reading(samplePerson))).toEqual([])
    expect(rule.met?.(reading(samplePerson))).toBeUndefined()
  })

  test('conforms: registered claims beside her, which are reported', async () => {
    const judged = reading({ iss: 'https://krr.example', iat: 1, ...samplePerson })
    expect(await findingsOf(rule, judged)).toEqual([])
    expect(rule.met?.(judged)).toBe('registered claims beside the person: iss, iat')
  })

  test('conforms: one of her members, whatever else is missing', async () => {
    expect(await findingsOf(rule, reading({ reservasjon: 'NEI' }))).toEqual([])
  })

  test("conforms: the person behind a byte order mark, which is KRR-BODY-019's", async () => {
    const { jws, ...rest } = reading(samplePerson)
    const payload = new TextEncoder().encode(`\u{feff}${JSON.stringify(samplePerson)}`)
    expect(await findingsOf(rule, { ...rest, jws: { ...jws, payload } })).toEqual([])
  })

  test.each([
    ['an envelope around her', { person: samplePerson }],
    ['an error', { status: 401, error: 'Unauthorized' }],
  ])('deviates: %s', async (_, payload) => {
    expect(await findingsOf(rule, reading(payload))).toEqual([
      { at: 'payload', expected: 'a person', actual: 'an object without her members' },
    ])
  })

  test.each([
    ['a list', [samplePerson]],
    ['JSON in a string', JSON.stringify(samplePerson)],
  ])('deviates: %s', async (_, payload) => {
    expect(await findingsOf(rule, reading(payload))).toEqual([
      { at: 'payload', expected: 'a JSON object', actual: 'something else' },
    ])
  })
})
