import { request } from 'undici'
import { expect, test } from 'vitest'
import { startTestApi, token } from './api.fixture.ts'

const plain = (apiUrl: string) => apiUrl.replace('https:', 'http:')

test('plain http at the port of https is hung up on', async () => {
  const { apiUrl } = await startTestApi()
  await expect(request(plain(apiUrl))).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
})

test('plain http that was let in is served beside https', async () => {
  const api = await startTestApi({ plainHttp: (_, { serve }) => serve })
  const { statusCode, body } = await request(plain(api.apiUrl), { reset: true })
  await body.dump()
  expect(statusCode).toBe(401)
  expect((await api.ask({ token: await token() })).status).toBe(200)
})
