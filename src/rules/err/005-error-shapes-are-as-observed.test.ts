import { describe, expect, test } from 'vitest'
import { fiveMembers } from '../auth/sample-refusal.fixture.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { errorShapesAreAsObserved as rule } from './005-error-shapes-are-as-observed.ts'

const error = (type: string, content: string) =>
  sampleExchange({ status: 401, fields: [['Content-Type', type]], content })

describe(rule.id, () => {
  test.each([
    ['application/json', JSON.stringify(fiveMembers), '401: the five members observed'],
    ['application/problem+json', '{}', '401: problem details'],
    ['text/html', '<!doctype html>', '401: no JSON'],
    ['application/json', '{"errors":[{}]}', '401: JSON:API errors'],
    [
      'application/json',
      '{"error":"a","error_description":"b"}',
      '401: error and error_description, as in RFC 6749',
    ],
    [
      'application/json',
      '{"timestamp":"","status":401,"error":"U","path":"/"}',
      "401: Spring Boot's default, without message",
    ],
  ])('reports the shape of %s, and judges nothing', async (type, content, expected) => {
    const exchange = error(type, content)
    expect(rule.met?.(exchange)).toBe(expected)
    expect(await findingsOf(rule, exchange)).toEqual([])
  })

  test('reports the shape of what has no Content-Type', () => {
    const content = JSON.stringify({ error: 'a', error_description: 'b' })
    expect(rule.met?.(sampleExchange({ status: 401, content }))).toBe('401: other JSON')
  })

  test('not applicable: no error', () => {
    expect(rule.notApplicable?.(sampleExchange())).toBe('the response is no error')
    expect(rule.notApplicable?.(error('text/plain', ''))).toBeUndefined()
  })
})
