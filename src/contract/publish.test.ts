import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import type { Send } from '../evidence/transport.ts'
import { findPublishedDocument } from './publish.ts'

const servers: Server[] = []

/** A server that answers these paths, each with its media type and content, and nothing else. */
const serving = async (
  contents: Readonly<Record<string, readonly [type: string, content: string, status?: number]>>,
): Promise<string> => {
  const server = createServer((asked, answer) => {
    const [type, content, status] = contents[asked.url ?? ''] ?? ['text/plain', '', 404]
    answer.writeHead(status ?? 200, { 'Content-Type': type }).end(content)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))),
  )
})

/** Sends for real, and numbers the exchanges. */
const sending = (): Send => {
  let count = 0
  return async (label, { method, url, fields }) => {
    const { statusCode, headers, body } = await request(url, {
      method: method as 'GET',
      headers: Object.fromEntries(fields),
      reset: true,
    })
    count += 1
    return {
      id: `x-00${count}`,
      label,
      request: { method, url, fields },
      response: {
        status: statusCode,
        fields: [['Content-Type', String(headers['content-type'])]],
        content: new Uint8Array(await body.arrayBuffer()),
      },
      startedAt: 0,
      receivedAt: 0,
      failedAttempts: [],
    }
  }
}

const json = 'application/json'
const page = '<script src="./swagger-initializer.js" charset="UTF-8"> </script>'
const person = JSON.stringify({ openapi: '3.0.1', paths: { '/rest/v1/person': { get: {} } } })

const look = async (origin: string, specUrl?: string) => {
  const found = await findPublishedDocument(
    { apiUrl: `${origin}/rest/v1/person`, specUrl },
    sending(),
  )
  return { found, asked: found.searched.map(({ label }) => label) }
}

describe('findPublishedDocument', () => {
  it("finds it through Swagger UI's initializer and the configuration that springdoc serves", async () => {
    const origin = await serving({
      '/swagger-ui/index.html': ['text/html', page],
      '/swagger-ui/swagger-initializer.js': [
        'text/javascript',
        'ui = SwaggerUIBundle({ "configUrl" : "/v3/api-docs/swagger-config", url: "https://petstore.swagger.io/v2/swagger.json" })',
      ],
      '/v3/api-docs/swagger-config': [json, JSON.stringify({ url: '/docs/krr' })],
      '/docs/krr': [json, person],
    })
    const { found, asked } = await look(origin)
    expect(found).toMatchObject({ found: true, document: JSON.parse(person) })
    expect(asked).toEqual([
      'GET /swagger-ui/index.html',
      'GET /v3/api-docs/swagger-config',
      'GET /docs/krr',
    ])
  })

  it('finds it through a configuration elsewhere', async () => {
    const origin = await serving({
      '/swagger-ui/index.html': ['text/html', page],
      '/swagger-ui/swagger-initializer.js': ['text/javascript', 'ui({ configUrl: "/config" })'],
      '/config': [json, JSON.stringify({ url: '/docs/krr' })],
      '/docs/krr': [json, person],
    })
    const { found, asked } = await look(origin)
    expect(found.found).toBe(true)
    expect(asked).toEqual([
      'GET /swagger-ui/index.html',
      'GET /v3/api-docs/swagger-config',
      'GET /swagger-ui/swagger-initializer.js',
      'GET /config',
      'GET /docs/krr',
    ])
  })

  it('takes no page for a configuration, and asks for no document twice', async () => {
    const naming = `<script>ui({ url: "/docs/krr" })</script>`
    const origin = await serving({
      '/swagger-ui/index.html': ['text/html', naming],
      '/v3/api-docs/swagger-config': ['text/html', `${naming} { url: "/other" }`],
      '/docs/krr': [json, '{"openapi":"3.0.1","paths":{}}'],
    })
    const { asked } = await look(origin)
    expect(asked).toEqual([
      'GET /swagger-ui/index.html',
      'GET /v3/api-docs/swagger-config',
      'GET /docs/krr',
    ])
  })

  it('takes the group that describes the person, in YAML as well', async () => {
    const yaml = 'openapi: 3.0.1\npaths:\n  /rest/v1/person:\n    get: {}\n'
    const origin = await serving({
      '/swagger-ui/index.html': [
        'text/html',
        `<script>ui({ urls: [{ url: "a.json", name: "a" }, { url: "b.yaml", name: "b" }] })</script>`,
      ],
      '/swagger-ui/a.json': [json, '{"openapi":"3.0.1","paths":{"/rest/v1/personer":{}}}'],
      '/swagger-ui/b.yaml': ['application/yaml', yaml],
    })
    const { found } = await look(origin)
    expect(found).toMatchObject({ found: true, document: JSON.parse(person) })
    expect(found.found && new URL(found.exchange.request.url).pathname).toBe('/swagger-ui/b.yaml')
  })

  it('else asks /v3/api-docs', async () => {
    const { found, asked } = await look(await serving({ '/v3/api-docs': [json, person] }))
    expect(found.found).toBe(true)
    expect(asked).toEqual([
      'GET /swagger-ui/index.html',
      'GET /v3/api-docs/swagger-config',
      'GET /v3/api-docs',
    ])
  })

  it('asks a configured address and no other', async () => {
    const origin = await serving({ '/v3/api-docs': [json, person], '/own': [json, '{'] })
    const { found, asked } = await look(origin, `${origin}/own`)
    expect(found).toMatchObject({ found: true, document: undefined })
    expect(asked).toEqual(['GET /own'])
  })

  it.each([
    ['nothing', {}, '/v3/api-docs answered 404'],
    ['a lock', { '/v3/api-docs': [json, '{}', 401] as const }, '/v3/api-docs answered 401'],
    [
      'a page for every address',
      { '/v3/api-docs': ['text/html', '<html></html>'] as const },
      '/v3/api-docs answered with a page',
    ],
  ])('says why there is none: %s', async (_, contents, reason) => {
    const { found } = await look(await serving(contents))
    expect(found).toMatchObject({ found: false, reason })
  })

  it('leaves the origin for nobody', async () => {
    const other = await serving({ '/v3/api-docs': [json, person] })
    const origin = await serving({
      '/swagger-ui/index.html': [
        'text/html',
        `<script>ui({ url: "${other}/v3/api-docs" })</script>`,
      ],
    })
    const { found, asked } = await look(origin)
    expect(found.found).toBe(false)
    expect(asked).toEqual([
      'GET /swagger-ui/index.html',
      'GET /v3/api-docs/swagger-config',
      'GET /v3/api-docs',
    ])
  })
})
