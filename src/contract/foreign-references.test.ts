import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestSender } from '../oidc/op.fixture.ts'
import { documentProblems } from './document-problems.ts'
import { publishedPersonSchema } from './person-schema.ts'
import { findPublishedDocument } from './publish.ts'
import { brokenPromises, loadJudgedSnapshot, otherChanges } from './snapshot-comparison.ts'

const asked: string[] = []
let elsewhere: Server
let publisher: Server

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  )

let apiUrl = ''
beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('{"type":"object"}')
  })
  const foreign = await listening(elsewhere)
  const schema = (name: string) => ({ schema: { $ref: `${foreign}/${name}.json` } })
  const document = {
    openapi: '3.0.1',
    info: { title: 'a document', version: '1' },
    paths: {
      '/rest/v1/person': {
        get: {
          responses: {
            200: { description: 'a person', content: { 'application/json': schema('person') } },
            401: { $ref: `${foreign}/responses.json#/unauthorised` },
          },
        },
        patch: {
          requestBody: { content: { 'application/json': schema('change') } },
          responses: { 204: { description: 'done' } },
        },
      },
    },
  }
  publisher = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { Location: `${foreign}/spec` }).end()
    else response.setHeader('Content-Type', 'application/json').end(JSON.stringify(document))
  })
  apiUrl = `${await listening(publisher)}/rest/v1/person`
})
afterAll(() => {
  elsewhere.close()
  publisher.close()
})

test('a $ref of a published document to elsewhere, and a redirect there, are never followed', async () => {
  const sender = openTestSender()
  try {
    const specUrl = new URL('/v3/api-docs', apiUrl).href
    const found = await findPublishedDocument({ apiUrl, specUrl }, sender.send)
    if (!found.found || found.document === undefined) throw new Error('no document')
    documentProblems(found.document)
    const snapshot = loadJudgedSnapshot()
    brokenPromises(snapshot, found)
    otherChanges(snapshot, found)
    for (const representation of ['application/json', 'application/jose'] as const)
      expect(publishedPersonSchema(found.document, apiUrl, representation).usable).toBe(false)
    const moved = await findPublishedDocument(
      { apiUrl, specUrl: new URL('/moved', apiUrl).href },
      sender.send,
    )
    expect(moved).toMatchObject({ found: false, reason: '/moved answered 302' })
  } finally {
    await sender.close()
  }
  expect(asked).toEqual([])
})
