import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { contact, patch, people, startTestApi, type TestApi, token, write } from './api.fixture.ts'
import type { JsonObject } from './message.ts'

const person = async (api: TestApi, own: string): Promise<JsonObject> =>
  (await api.ask({ token: own })).json()

test.each(['nb', 'nn', 'en', 'se'])(
  '%s is accepted with 204 and read back everywhere',
  async (spraak) => {
    const api = await startTestApi()
    const [own, other] = await Promise.all([token(), token({ scopes: [contact] })])
    const before = await person(api, own)
    const response = await patch(api, await token({ scopes: [write] }), JSON.stringify({ spraak }))
    expect(response.status).toBe(204)
    expect(response.content).toHaveLength(0)
    expect(response.fields['content-type']).toBeUndefined()
    const after = await person(api, own)
    expect({ ...after, spraak_oppdatert: '' }).toEqual({ ...before, spraak, spraak_oppdatert: '' })
    expect((await person(api, other))['spraak']).toBe(spraak)
    const signed = await api.ask({ token: own, fields: { accept: 'application/jose' } })
    const [, payload = ''] = signed.content.toString('ascii').split('.')
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).toEqual(after)
  },
)

test('spraak_oppdatert moves to now with a new language, and stays with the same one', async () => {
  const api = await startTestApi()
  const own = await token()
  const before = await person(api, own)
  await patch(api, own, '{"spraak":"nb"}')
  expect(await person(api, own)).toEqual(before)
  const sentAt = Math.floor(Date.now() / 1000) * 1000
  await patch(api, own, '{"spraak":"en"}')
  const changed = await person(api, own)
  const changedAt = Date.parse(`${String(changed['spraak_oppdatert'])}:00`)
  expect(changedAt).toBeGreaterThanOrEqual(sentAt)
  expect(changedAt).toBeLessThanOrEqual(Date.now())
})

test('an empty spraak removes the language and its time, and it can be set again', async () => {
  const api = await startTestApi()
  const own = await token()
  expect((await patch(api, own, '{"spraak":""}')).status).toBe(204)
  const removed = await person(api, own)
  expect([removed['spraak'], removed['spraak_oppdatert']]).toEqual([undefined, undefined])
  expect((await patch(api, own, '{"spraak":""}')).status).toBe(204)
  await patch(api, own, '{"spraak":"se"}')
  expect((await person(api, own))['spraak']).toBe('se')
})

describe('is refused and changes nothing', () => {
  test.each([
    ...['de', 'nob', 'NB', 'x'.repeat(10_000)].map((spraak) => [JSON.stringify({ spraak }), 422]),
    ...[null, 1, true, [], {}, ['en']].map((spraak) => [JSON.stringify({ spraak }), 422]),
    ['{}', 422],
    ['["en"]', 422],
    ['"en"', 422],
    ['null', 422],
    ['', 400],
    ['{"spraak":"en"', 400],
    ['{"spraak":"en"} x', 400],
    ['\uFEFF{"spraak":"en"}', 400],
    ['{"spraak":"en","epostadresse":"other@example.com"}', 422],
    ['{"reservasjon":"JA"}', 422],
  ])('%.40s', async (document, status) => {
    const api = await startTestApi()
    const own = await token()
    const before = await person(api, own)
    const response = await patch(api, own, String(document))
    expect(response.status).toBe(status)
    const [error] = (response.json()['errors'] ?? [response.json()]) as JsonObject[]
    expect(Number(error?.['status'])).toBe(status)
    expect(await person(api, own)).toEqual(before)
  })

  test.each([
    'text/plain',
    'application/xml',
    'application/merge-patch+json',
    'application/json-patch+json',
    'application/json; charset=iso-8859-1',
  ])('as %s, with 415 and Accept-Patch', async (type) => {
    const api = await startTestApi()
    const own = await token()
    const response = await patch(api, own, '{"spraak":"en"}', type)
    expect(response.status).toBe(415)
    expect(response.fields['accept-patch']).toBe('application/json')
    expect((await person(api, own))['spraak']).toBe('nb')
  })

  test('without Content-Type: 415', async () => {
    const api = await startTestApi()
    const response = await api.ask({
      method: 'PATCH',
      token: await token(),
      content: '{"spraak":"en"}',
    })
    expect(response.status).toBe(415)
  })

  test('of 1 MiB: 413, read to its end', async () => {
    const api = await startTestApi()
    const own = await token()
    const response = await patch(api, own, JSON.stringify({ spraak: 'x'.repeat(1024 * 1024) }))
    expect(response.status).toBe(413)
    expect((await person(api, own))['spraak']).toBe('nb')
  })

  test.each(['DELETED', 'UNREGISTERED'] as const)('for %s: 403', async (name) => {
    const api = await startTestApi()
    const response = await patch(api, await token({ person: name }), '{"spraak":"en"}')
    expect(response.status).toBe(403)
  })
})

test('application/json with charset=utf-8 is accepted', async () => {
  const api = await startTestApi()
  const response = await patch(
    api,
    await token(),
    '{"spraak":"en"}',
    'application/json; charset=UTF-8',
  )
  expect(response.status).toBe(204)
})

test('two PATCHes at once end in one of the two', async () => {
  const api = await startTestApi()
  const own = await token()
  const answers = await Promise.all([
    patch(api, own, '{"spraak":"en"}'),
    patch(api, own, '{"spraak":"se"}'),
  ])
  expect(answers.map(({ status }) => status)).toEqual([204, 204])
  expect(['en', 'se']).toContain((await person(api, own))['spraak'])
})

describe('with a data file', () => {
  const folder = async (): Promise<string> => {
    const path = await mkdtemp(join(tmpdir(), 'krr-api-'))
    onTestFinished(() => rm(path, { recursive: true }))
    return path
  }

  test('a language outlives the server, and nothing else is written', async () => {
    const dataFile = join(await folder(), 'people.json')
    const own = await token()
    await patch(await startTestApi({}, { dataFile }), own, '{"spraak":"se"}')
    const changed = await person(await startTestApi({}, { dataFile }), own)
    expect(changed['spraak']).toBe('se')
    const kept = JSON.parse(await readFile(dataFile, 'utf8')) as JsonObject
    expect(kept).toEqual({
      [people.MAIN.pid]: { spraak: 'se', spraak_oppdatert: expect.any(String) },
    })
  })

  test.each(['{', '[]', '{"12345678901":{"spraak":1}}'])(
    '%s in it stops the start',
    async (text) => {
      const dataFile = join(await folder(), 'people.json')
      await writeFile(dataFile, text)
      await expect(startTestApi({}, { dataFile })).rejects.toMatchObject({
        code: 'REFERENCE_DATA_FILE',
        path: dataFile,
      })
    },
  )
})
