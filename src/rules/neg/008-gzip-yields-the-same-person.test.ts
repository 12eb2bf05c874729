import { describe, expect, test } from 'vitest'
import { sampleExchange, samplePerson, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { gzipYieldsTheSamePerson as rule } from './008-gzip-yields-the-same-person.ts'

const coded = (person: unknown = samplePerson, coding?: string) => ({
  plain: sampleReading(),
  coded: sampleExchange({
    fields: coding === undefined ? [] : [['content-encoding', coding]],
    content: typeof person === 'string' ? person : JSON.stringify(person),
  }),
})

describe(rule.id, () => {
  test.each([
    ['gzip', 'coded'],
    ['X-Gzip', 'coded'],
    [undefined, 'not coded'],
  ])('conforms: the same person, %s, and says whether coded', async (coding, met) => {
    expect(await findingsOf(rule, coded(samplePerson, coding))).toEqual([])
    expect(rule.met?.(coded(samplePerson, coding))).toBe(met)
  })

  test("conforms: the same person behind a byte order mark, which is KRR-BODY-019's", async () => {
    const marked = `\u{feff}${JSON.stringify(samplePerson)}`
    expect(await findingsOf(rule, coded(marked, 'gzip'))).toEqual([])
  })

  test('deviates: another value', async () => {
    expect(await findingsOf(rule, coded({ ...samplePerson, spraak: 'en' }, 'gzip'))).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('en') },
    ])
  })

  test('a JWS is judged by its payload', async () => {
    const signed = (payload: unknown) => {
      const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url')
      return {
        plain: { ...sampleReading(), representation: 'application/jose' as const },
        coded: sampleExchange({ content: `e30.${encoded}.c2ln` }),
      }
    }
    expect(await findingsOf(rule, signed(samplePerson))).toEqual([])
    expect(await findingsOf(rule, signed({ ...samplePerson, spraak: 'en' }))).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('en') },
    ])
    const unsigned = { ...signed(samplePerson), coded: coded().coded }
    expect(await findingsOf(rule, unsigned)).toEqual([
      { at: 'content', expected: 'the person in a JWS', actual: 'something else' },
    ])
  })

  test('deviates: JSON that is labelled gzip and is not', async () => {
    const { plain, coded: labelled } = coded(samplePerson, 'gzip')
    const response = { ...labelled.response, isMiscoded: true } as const
    expect(await findingsOf(rule, { plain, coded: { ...labelled, response } })).toEqual([
      { at: 'content', expected: 'content in gzip', actual: 'something else' },
    ])
  })

  test('deviates: what is no JSON, a coding not asked for, a refusal', async () => {
    expect(await findingsOf(rule, coded('<p>', 'gzip'))).toEqual([
      { at: 'content', expected: 'the person as JSON', actual: 'something else' },
    ])
    for (const other of ['br', 'a-gzip', 'gzipped', 'no-identity', 'identity-2', 'gzip, gzip']) {
      expect(await findingsOf(rule, coded(samplePerson, other))).toEqual([
        { at: 'Content-Encoding', expected: 'gzip or none', actual: fromWire(other) },
      ])
    }
    expect(await findingsOf(rule, coded(samplePerson, 'identity'))).toEqual([])
    const refused = { plain: sampleReading(), coded: sampleExchange({ status: 406 }) }
    expect(await findingsOf(rule, refused)).toEqual([
      { at: 'status', expected: '200', actual: fromWire(406) },
    ])
  })
})
