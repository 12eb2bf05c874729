import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { nothingPromisedWasTakenBack as rule } from './003-nothing-promised-was-taken-back.ts'
import { noDocument, sampleDocument, samplePublished } from './sample-published.fixture.ts'

const person = { type: 'object', properties: { status: { type: 'string' }, navn: {} } }
const operations = '/paths/~1v1~1person/get'

const compared = (published: object | undefined, kind: 'pulled' | 'transcribed' = 'pulled') => ({
  published: published === undefined ? noDocument : samplePublished({ ...published }),
  snapshot: { kind, published: sampleDocument(person) },
  provenance: [
    { at: operations, status: 'inferred', from: 'ours' },
    {
      at: `${operations}/responses/200/content/application~1json/schema/properties/status`,
      status: 'transcribed',
      from: 'a page',
    },
  ] as const,
})

const retyped = { properties: { status: { type: 'integer' } } }

describe(rule.id, () => {
  it('conforms: more than the snapshot promises', async () => {
    const more = { ...person, properties: { ...person.properties, spraak: {} } }
    expect(await findingsOf(rule, compared(sampleDocument(more)))).toEqual([])
  })

  it('deviates: a member retyped, another gone; against a pulled snapshot that is a MUST', async () => {
    const subject = compared(sampleDocument(retyped))
    expect(rule.levelFor?.(subject)).toBe('MUST')
    expect(rule.met?.(subject)).toBeUndefined()
    expect(await findingsOf(rule, subject)).toEqual([
      {
        at: 'GET 200 application/json /status',
        expected: 'as in the snapshot',
        actual: 'string became integer',
      },
      { at: 'GET 200 application/json /navn', expected: 'present', actual: 'absent' },
    ])
  })

  it('deviates: a member that a request must bring all at once', async () => {
    const asking = (schema: object) => {
      const patch = { requestBody: { content: { 'application/json': { schema } } }, responses: {} }
      return { ...sampleDocument(), paths: { '/v1/person': { get: {}, patch } } }
    }
    const properties = { spraak: { type: 'string' } }
    const before = { type: 'object', properties }
    const after = { ...before, required: ['kilde'], properties: { ...properties, kilde: {} } }
    const subject = {
      published: samplePublished(asking(after)),
      snapshot: { kind: 'pulled', published: asking(before) },
      provenance: [],
    } as const
    expect(await findingsOf(rule, subject)).toEqual([
      {
        at: 'PATCH request application/json /kilde',
        expected: 'as in the snapshot',
        actual: 'added and required',
      },
    ])
  })

  it('warns against a transcribed snapshot, and only of what a source says', async () => {
    const subject = compared(sampleDocument(retyped), 'transcribed')
    expect(rule.levelFor?.(subject)).toBe('SHOULD')
    expect(rule.met?.(subject)).toMatch(/transcribed/)
    expect(await findingsOf(rule, subject)).toMatchObject([
      { at: 'GET 200 application/json /status' },
    ])
  })

  it('does not apply without a document, or to one that does not describe the person', () => {
    expect(rule.notApplicable?.(compared(undefined))).toMatch(/^no OpenAPI document was found/)
    expect(rule.notApplicable?.(compared({ openapi: '3.0.1', paths: {} }))).toMatch(/KRR-SPEC-002$/)
    expect(rule.notApplicable?.(compared(sampleDocument()))).toBeUndefined()
  })
})
