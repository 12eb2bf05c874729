import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { additionsAreKnown as rule } from './004-additions-are-known.ts'
import { noDocument, sampleDocument, samplePublished } from './sample-published.fixture.ts'

const compared = (person: object) => ({
  published: samplePublished(sampleDocument({ ...person })),
  snapshot: { kind: 'pulled', published: sampleDocument({ properties: { status: {} } }) } as const,
  provenance: [],
})

describe(rule.id, () => {
  it('says that nothing was added', async () => {
    const subject = compared({ properties: { status: {} } })
    expect(rule.met?.(subject)).toBe('nothing was added')
    expect(await findingsOf(rule, subject)).toEqual([])
  })

  it('names what was added, and what is promised beyond', async () => {
    const subject = compared({ required: ['status'], properties: { status: {}, navn: {} } })
    expect(rule.met?.(subject)).toBe(
      'changed: GET 200 application/json /status (newly required); added: GET 200 application/json /navn',
    )
    expect(await findingsOf(rule, subject)).toEqual([])
  })

  it('does not apply without a document', () => {
    const subject = { ...compared({}), published: noDocument }
    expect(rule.notApplicable?.(subject)).toMatch(/^no OpenAPI document was found/)
    expect(rule.met?.(subject)).toBe('nothing was added')
  })
})
