import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document.ts'

describe('parseDocument', () => {
  it('reads JSON and YAML alike', () => {
    const document = { openapi: '3.0.1', paths: { '/a': { get: { responses: { '200': {} } } } } }
    expect(parseDocument(JSON.stringify(document))).toEqual(document)
    expect(
      parseDocument('openapi: 3.0.1\npaths:\n  /a:\n    get:\n      responses:\n        200: {}\n'),
    ).toEqual(document)
  })

  it('reads YAML in flow style', () => {
    expect(parseDocument('{openapi: 3.0.1}')).toEqual({ openapi: '3.0.1' })
  })

  it.each(['', 'no document', '[1]', '<html></html>', '{"openapi":', 'a: &a\n  b: *a\n'])(
    'gives undefined for %j',
    (text) => {
      expect(parseDocument(text)).toBeUndefined()
    },
  )
})
