import { describe, expect, test } from 'vitest'
import { fiveMembers } from '../auth/sample-refusal.fixture.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { errorsAreJsonOfAKnownShape as rule } from './004-errors-are-json-of-a-known-shape.ts'

const error = (type: string, content: unknown, status = 401) =>
  sampleExchange({
    status,
    fields: [['Content-Type', type]],
    content: typeof content === 'string' ? content : JSON.stringify(content),
  })
const json = 'application/json'
const problem = 'application/problem+json'

describe(rule.id, () => {
  test.each([
    ['the five members', json, fiveMembers],
    ['more than the five members', 'application/json;charset=utf-8', { ...fiveMembers, path: '/' }],
    ['problem details', problem, { type: 'about:blank', title: 'Unauthorized', status: 401 }],
    ['problem details without a member', problem, {}],
  ])('conforms: %s', async (_, type, content) => {
    expect(await findingsOf(rule, error(type, content))).toEqual([])
  })

  test.each([
    [json, { ...fiveMembers, status: 500 }, 500],
    [json, { ...fiveMembers, status: '401' }, '401'],
    [problem, { status: 403 }, 403],
  ])('deviates: another status is named, %s %o', async (type, content, status) => {
    expect(await findingsOf(rule, error(type, content))).toEqual([
      { at: '/status', expected: '401', actual: fromWire(status) },
    ])
  })

  test.each([
    ['no content', json, ''],
    ['no content', json, ' \n'],
    ['no JSON', 'text/html', '<!doctype html>'],
    ['other JSON', json, { timestamp: '', status: 401, error: 'Unauthorized', path: '/' }],
    ['other JSON', json, []],
    ['other JSON', 'text/plain', fiveMembers.status],
    ['JSON with error and error_description', 'text/plain', fiveMembers],
    ['JSON with error and error_description', json, { error: 'a', error_description: 'b' }],
  ])('deviates: %s', async (actual, type, content) => {
    expect(await findingsOf(rule, error(type, content))).toEqual([
      {
        at: 'content',
        expected: 'problem details (RFC 9457), or the five members observed',
        actual,
      },
    ])
  })

  test('not applicable: no error, a HEAD, an empty 406', async () => {
    const success = error(json, {}, 200)
    expect(rule.notApplicable?.(success)).toBe('the response is no error')
    expect(await findingsOf(rule, success)).toEqual([])
    expect(rule.notApplicable?.(sampleExchange({ method: 'HEAD', status: 401 }))).toBe(
      'an answer to HEAD has no content',
    )
    expect(rule.notApplicable?.(sampleExchange({ status: 406 }))).toBe(
      'no acceptable type, and no content',
    )
    expect(rule.notApplicable?.(error('text/html', 'no', 406))).toBeUndefined()
    expect(rule.notApplicable?.(sampleExchange({ status: 401 }))).toBeUndefined()
  })
})
