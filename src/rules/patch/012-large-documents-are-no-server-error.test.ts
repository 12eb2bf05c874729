import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { largeDocumentsAreNoServerError as rule } from './012-large-documents-are-no-server-error.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

describe(rule.id, () => {
  it.each([400, 413, 204])('conforms: %i', async (status) => {
    expect(await findingsOf(rule, sampleAttempt({ status }))).toEqual([])
    expect(rule.met?.(sampleAttempt({ status }))).toBe(`answered with ${status}`)
  })

  it('conforms: the connection was closed while it was sent', async () => {
    const closed = { ...sampleAttempt(), exchange: undefined }
    expect(await findingsOf(rule, closed)).toEqual([])
    expect(rule.met?.(closed)).toBe('the connection was closed while it was sent')
  })

  it('deviates: a server error, and a language that went', async () => {
    const attempt = sampleAttempt({ status: 500, after: { spraak: undefined } })
    expect(await findingsOf(rule, attempt)).toEqual([
      { at: 'status', expected: 'no server error', actual: fromWire(500) },
      { at: '/spraak', expected: fromWire('nb'), actual: 'absent' },
    ])
  })
})
