import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { otherMediaTypesAre415 as rule } from './011-other-media-types-are-415.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

const sent = '{"spraak":"en"}'

describe(rule.id, () => {
  it('conforms: 415, and nothing changed', async () => {
    expect(await findingsOf(rule, sampleAttempt({ sent, status: 415 }))).toEqual([])
  })

  it.each([400, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleAttempt({ sent, status }))).toEqual([
      { at: 'status', expected: '415', actual: fromWire(status) },
    ])
  })

  it('deviates: taken for JSON, and stored', async () => {
    const attempt = sampleAttempt({ sent, status: 204, after: { spraak: 'en' } })
    expect(await findingsOf(rule, attempt)).toEqual([
      { at: 'status', expected: '415', actual: fromWire(204) },
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('en') },
    ])
  })
})
