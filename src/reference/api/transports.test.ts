import { once } from 'node:events'
import { connect } from 'node:http2'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pki, startTestApi, token } from './api.fixture.ts'

describe('with HTTP/2', () => {
  test('who offers it gets the person over one stream, and everybody else over HTTP/1.1', async () => {
    const { apiUrl, ask } = await startTestApi({}, { speaksHttp2: true })
    const { origin, pathname } = new URL(apiUrl)
    const session = connect(origin, { ca: pki.caPem })
    onTestFinished(() => session.destroy())
    const bearer = await token()
    const stream = session.request({ ':path': pathname, authorization: `Bearer ${bearer}` })
    const [fields] = await once(stream, 'response')
    const pieces = await stream.toArray()
    expect(session.alpnProtocol).toBe('h2')
    expect(fields[':status']).toBe(200)
    expect(JSON.parse(Buffer.concat(pieces).toString())).toMatchObject({ status: 'AKTIV' })
    expect((await ask({ token: bearer })).status).toBe(200)
  })
})

test('a response that is to be chunked has no length, comes in pieces, and is whole', async () => {
  const { ask } = await startTestApi({
    response: (response) => ({
      ...response,
      fields: [...response.fields, ['Transfer-Encoding', 'chunked']],
    }),
  })
  const { fields, json } = await ask({ token: await token() })
  expect(fields['transfer-encoding']).toBe('chunked')
  expect(fields['content-length']).toBeUndefined()
  expect(json()).toMatchObject({ status: 'AKTIV' })
})
