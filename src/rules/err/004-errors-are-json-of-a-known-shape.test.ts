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
    ['JSON:API', json, { errors: [{ status: '401', title: 'Invalid value' }] }],
    ['JSON:API, its status a number', 'application/vnd.api+json', { errors: [{ status: 401 }] }],
    ['JSON:API, two errors', json, { errors: [{ status: '400' }, { status: '422' }] }],
    ["Spring Boot's default", json, { timestamp: '', status: 401, error: 'U', path: '/' }],
    ['as in RFC 6749', json, { error: 'a', error_description: 'b' }],
  ])('conforms: %s', async (_, type, content) => {
    expect(await findingsOf(rule, error(type, content))).toEqual([])
  })

  test.each([
    [json, { ...fiveMembers, status: 500 }, 500],
    [json, { ...fiveMembers, status: '401' }, '401'],
    [problem, { status: 403 }, 403],
    [json, { timestamp: '', status: 500, error: 'U', path: '/' }, 500],
  ])('deviates: another status is named, %s %o', async (type, content, status) => {
    expect(await findingsOf(rule, error(type, content))).toEqual([
      { at: '/status', expected: '401', actual: fromWire(status) },
    ])
  })

  test.each([
    ['no content', json, ''],
    ['no content', json, ' \n'],
    ['no JSON', 'text/html', '<!doctype html>'],
    ['other JSON', json, { timestamp: '', status: 401, error: 'Unauthorized' }],
    ['other JSON', json, { errors: [] }],
    ['other JSON', json, { errors: ['refused'] }],
    ['other JSON', json, []],
    ['other JSON', 'text/plain', fiveMembers.status],
    ['other JSON', 'text/plain', fiveMembers],
  ])('deviates: %s', async (actual, type, content) => {
    expect(await findingsOf(rule, error(type, content))).toEqual([
      {
        at: 'content',
        expected: 'JSON of a known shape: problem details (RFC 9457), or as published or observed',
        actual,
      },
    ])
  })

  test('deviates: the one error of JSON:API names another status', async () => {
    expect(await findingsOf(rule, error(json, { errors: [{ status: '422' }] }))).toEqual([
      { at: '/errors/0/status', expected: '401', actual: fromWire('422') },
    ])
  })

  test('conforms: nothing beside a Bearer challenge; nothing else may stand for content', async () => {
    const refusal = (status: number, challenge: string) =>
      sampleExchange({ status, fields: [['WWW-Authenticate', challenge]] })
    for (const challenge of ['Bearer', 'Basic realm="a", Bearer realm="b"']) {
      expect(await findingsOf(rule, refusal(401, challenge))).toEqual([])
      expect(await findingsOf(rule, refusal(403, challenge))).toEqual([])
      expect(await findingsOf(rule, refusal(400, challenge))).toHaveLength(1)
    }
    expect(await findingsOf(rule, refusal(401, 'Basic realm="bearer"'))).toHaveLength(1)
  })

  test('deviates: more than is read', async () => {
    const shapeOf = async (content: string, response: { isCut?: true } = {}) => {
      const exchange = error(json, content)
      const [finding] = await findingsOf(rule, {
        ...exchange,
        response: { ...exchange.response, ...response },
      })
      return finding?.actual
    }
    expect(await shapeOf(`${'['.repeat(65)}${']'.repeat(65)}`)).toBe(
      'more than is read: the content is JSON with more than 64 levels',
    )
    expect(await shapeOf(JSON.stringify(fiveMembers), { isCut: true })).toBe(
      'more than is read: the content has more than 1 MiB',
    )
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
