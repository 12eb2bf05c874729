import type { JsonObject } from '../../evidence/json.ts'
import type { FoundDocument, NoDocument } from '../../evidence/published-document.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'

const apiUrl = 'https://krr.example/rest/v1/person'

/** An environment that publishes this document; undefined stands for content that is no document. */
export const samplePublished = (document: JsonObject | undefined): FoundDocument => {
  const exchange = sampleExchange({ content: JSON.stringify(document) ?? 'no document' })
  return { found: true, apiUrl, searched: [exchange], exchange, document }
}

/** An environment that publishes none. */
export const noDocument: NoDocument = {
  found: false,
  apiUrl,
  searched: [],
  reason: '/v3/api-docs answered 401',
}

/** A small document that conforms, with this schema for a person. */
export const sampleDocument = (person: JsonObject = { type: 'object' }): JsonObject => ({
  openapi: '3.0.1',
  info: { title: 'KRR', version: 'v1' },
  servers: [{ url: 'https://krr.example/rest' }],
  paths: {
    '/v1/person': {
      get: {
        operationId: 'getUser',
        responses: {
          200: { description: 'OK', content: { 'application/json': { schema: person } } },
        },
      },
      patch: { operationId: 'patchUser', responses: { 204: { description: 'No Content' } } },
    },
  },
})
