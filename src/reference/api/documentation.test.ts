import { describe, expect, test } from 'vitest'
import { startTestApi } from './api.fixture.ts'

test('/v3/api-docs is the document in specs/, about this server', async () => {
  const api = await startTestApi()
  const response = await api.ask({ path: '/v3/api-docs' })
  expect(response.status).toBe(200)
  expect(response.fields['content-type']).toBe('application/json')
  expect(response.json()).toMatchObject({
    servers: [{ url: new URL(api.apiUrl).origin }],
    paths: { '/rest/v1/person': { get: {}, patch: {} } },
  })
  expect(api.specUrl).toBe(`${new URL(api.apiUrl).origin}/v3/api-docs`)
})

test('without the file there is no document', async () => {
  const api = await startTestApi({}, { specFile: '/nowhere/krr.json' })
  expect((await api.ask({ path: '/v3/api-docs' })).status).toBe(404)
})

describe('Swagger UI', () => {
  test('its configuration leads to the document and to no validator elsewhere', async () => {
    const api = await startTestApi()
    const response = await api.ask({ path: '/v3/api-docs/swagger-config' })
    expect(response.json()).toEqual({
      configUrl: '/v3/api-docs/swagger-config',
      url: '/v3/api-docs',
      validatorUrl: '',
    })
  })

  test('its page and all that it names are there, and nothing of it comes from elsewhere', async () => {
    const api = await startTestApi()
    const page = await api.ask({ path: '/swagger-ui/index.html' })
    expect(page.fields['content-type']).toBe('text/html; charset=utf-8')
    expect(page.fields['content-security-policy']).toContain("default-src 'self'")
    const names = [...page.content.toString().matchAll(/(?:href|src)="(?:\.\/)?([^"]+)"/g)]
    expect(names.length).toBeGreaterThan(5)
    for (const [, name = ''] of names) {
      expect(name).not.toContain('//')
      const file = await api.ask({ path: `/swagger-ui/${name}` })
      expect([name, file.status]).toEqual([name, 200])
      expect(file.content.length).toBeGreaterThan(0)
    }
    const initializer = await api.ask({ path: '/swagger-ui/swagger-initializer.js' })
    expect(initializer.content.toString()).not.toContain('petstore')
  })

  test.each(['package.json', '..%2fpackage.json', 'constructor', ''])(
    '%s is not served',
    async (name) => {
      const api = await startTestApi()
      expect((await api.ask({ path: `/swagger-ui/${name}` })).status).toBe(404)
    },
  )

  test('POST: 405 with Allow', async () => {
    const api = await startTestApi()
    const response = await api.ask({ method: 'POST', path: '/v3/api-docs' })
    expect([response.status, response.fields['allow']]).toEqual([405, 'GET, HEAD'])
  })
})
