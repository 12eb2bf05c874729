import { describe, expect, test } from 'vitest'
import { sampleReport } from '../sample-report.fixture.ts'
import { writeHar } from './har.ts'

const { log } = JSON.parse(writeHar(sampleReport('conformant')))

describe('writeHar', () => {
  test('a log and its entries have the members that HAR 1.2 requires', () => {
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'krr-conformance' } })
    for (const entry of log.entries) {
      expect(Object.keys(entry)).toEqual(
        expect.arrayContaining([
          'startedDateTime',
          'time',
          'request',
          'response',
          'cache',
          'timings',
        ]),
      )
      const message = ['httpVersion', 'cookies', 'headers', 'headersSize', 'bodySize']
      expect(Object.keys(entry.request)).toEqual(
        expect.arrayContaining([...message, 'method', 'url', 'queryString']),
      )
      expect(Object.keys(entry.response)).toEqual(
        expect.arrayContaining([...message, 'status', 'statusText', 'content', 'redirectURL']),
      )
      expect(entry.response.content).toMatchObject({
        size: expect.any(Number),
        mimeType: expect.any(String),
      })
      const { send, wait, receive } = entry.timings
      expect(send + wait + receive).toBe(entry.time)
    }
  })

  test('a failed attempt is an entry of its own, before the one that was answered', () => {
    const attempts = log.entries.map((entry: { _id: string; response: { status: number } }) => [
      entry._id,
      entry.response.status,
    ])
    expect(attempts).toEqual([
      ['x-001', 0],
      ['x-001', 200],
      ['x-002', 204],
    ])
  })

  test('query and sent content are where tools look for them', () => {
    expect(log.entries[1].request.queryString).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '' },
    ])
    expect(log.entries[2].request.postData).toEqual({
      mimeType: 'application/json',
      params: [],
      text: '{"spraak":"en"}',
    })
    expect(log.entries[1].request).not.toHaveProperty('postData')
  })
})
