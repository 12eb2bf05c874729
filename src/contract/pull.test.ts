import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Send } from '../evidence/transport.ts'
import { parseDocument } from './parse-document.ts'
import { placeName } from './place.ts'
import { projectFolder } from './project-folder.ts'
import { pull } from './pull.ts'
import { loadSnapshot } from './snapshot.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const project = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'krr-pull-'))
  folders.push(root)
  cpSync(join(projectFolder(), 'specs'), join(root, 'specs'), { recursive: true })
  return root
}

/** An environment that answers every address with this. */
const answering =
  (content: string, status = 200): Send =>
  async (label, request) => ({
    id: 'x-001',
    label,
    request,
    response: { status, fields: [], content: new TextEncoder().encode(content) },
    startedAt: 0,
    receivedAt: 0,
    failedAttempts: [],
  })

const environment = {
  name: 'test',
  apiUrl: 'https://krr.example/rest/v1/person',
  specUrl: 'https://user:secret@krr.example/docs?key=secret',
}
const now = new Date('2026-11-22T12:00:00Z')

const openApi = {
  openapi: '3.0.1',
  info: { title: 'KRR', version: 'v1' },
  paths: {
    '/rest/v1/person': {
      get: {
        responses: {
          200: {
            description: 'OK',
            content: {
              '*/*': {
                schema: {
                  type: 'object',
                  properties: {
                    status: { type: 'string' },
                    reservasjon: { type: 'string', nullable: true, minLength: 2 },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
}

const swagger = {
  swagger: '2.0',
  info: { title: 'KRR', version: 'v1' },
  basePath: '/rest',
  produces: ['application/json'],
  paths: {
    '/v1/person': {
      get: { responses: { 200: { description: 'OK', schema: { $ref: '#/definitions/P' } } } },
    },
  },
  definitions: { P: { type: 'object', properties: { status: { type: 'string' } } } },
}

describe('pull', () => {
  it('writes into a folder apart, and leaves what is judged by as it is', async () => {
    const root = project()
    const before = readFileSync(join(root, 'specs', 'source.json'), 'utf8')
    const into = join(root, 'elsewhere', 'specs')
    const text = JSON.stringify(openApi)
    const result = await pull(environment, answering(text), { dryRun: false, now, root, into })
    expect(result).toMatchObject({ outcome: 'pulled', isSame: false, generated: [] })
    expect(readFileSync(join(into, 'krr-person.openapi.json'), 'utf8')).toBe(text)
    expect(readFileSync(join(into, 'source.json'), 'utf8')).not.toContain('secret')
    expect(readFileSync(join(root, 'specs', 'source.json'), 'utf8')).toBe(before)
    expect(existsSync(join(root, 'generated'))).toBe(false)
  })

  it.each([
    ['krr-person.openapi.json', openApi, JSON.stringify],
    ['krr-person.openapi.yaml', openApi, stringify],
    ['krr-person.swagger.json', swagger, JSON.stringify],
    ['krr-person.swagger.yaml', swagger, stringify],
  ])(
    'puts %s in the place of the snapshot, byte for byte, and generates from it',
    async (name, document, write) => {
      const root = project()
      const text = write(document)
      const result = await pull(environment, answering(text), { dryRun: false, now, root })
      expect(result).toMatchObject({ outcome: 'pulled', isSame: false })
      expect(readFileSync(join(root, 'specs', name), 'utf8')).toBe(text)
      expect(readdirSync(join(root, 'specs')).filter((file) => /^krr-person\./.test(file))).toEqual(
        [name],
      )
      expect(loadSnapshot(root)).toMatchObject({
        document: name,
        kind: 'pulled',
        source: 'https://krr.example/docs',
        retrieved: '2026-11-22T12:00:00.000Z',
        published: parseDocument(text),
      })
      expect(readFileSync(join(root, 'specs', 'SOURCE.md'), 'utf8')).not.toContain('secret')
      const types = readFileSync(join(root, 'generated', 'krr.ts'), 'utf8')
      expect(types).toContain('status?: string')
      expect(types).toContain('export type PublishedPerson =')
      const validators = readFileSync(join(root, 'generated', 'validators.js'), 'utf8')
      expect(validators).toContain('KAN_IKKE_VARSLES')
    },
  )

  it('says what changes for the person resource, and the second time that it is here already', async () => {
    const root = project()
    const options = { dryRun: false, now, root }
    const send = answering(JSON.stringify(openApi))
    const first = await pull(environment, send, options)
    const changes = first.outcome === 'pulled' ? first.changes : []
    const told = changes.map(
      ({ kind, place, how, breaks }) => `${kind} ${placeName(place)} ${how} ${breaks}`,
    )
    expect(told).toContain('removed PATCH  true')
    expect(told).toContain(
      'changed GET 200 application/json /reservasjon string became string or null false',
    )
    // It writes its media type as a range: that is the same member still.
    expect(changes.filter(({ kind }) => kind === 'added')).toEqual([])
    expect(await pull(environment, send, options)).toMatchObject({ isSame: true, changes: [] })
  })

  it.each([
    ['nothing', answering('', 404), { outcome: 'none', reason: '/docs answered 404' }],
    [
      'no document',
      answering('[]'),
      { outcome: 'unusable', problems: ['it is neither JSON nor YAML'] },
    ],
    [
      'an invalid one',
      answering('{"openapi":"3.0.1","info":{"title":"","version":""}}'),
      {
        outcome: 'unusable',
        problems: ['/paths: not present'],
      },
    ],
    [
      'another resource',
      answering(JSON.stringify({ ...openApi, paths: {} })),
      {
        outcome: 'unusable',
        problems: ['it does not describe the person resource'],
      },
    ],
    [
      'one without a schema',
      answering(
        JSON.stringify({
          ...openApi,
          paths: { '/v1/person': { get: { responses: { 200: { description: '' } } } } },
        }),
      ),
      {
        outcome: 'unusable',
        problems: ['it has no schema for a 200 of GET on the person resource'],
      },
    ],
  ])('writes nothing where there is %s', async (_, send, expected) => {
    const root = project()
    expect(await pull(environment, send, { dryRun: false, now, root })).toEqual(expected)
    expect(loadSnapshot(root).sha256).toBe(loadSnapshot().sha256)
    expect(existsSync(join(root, 'generated'))).toBe(false)
  })

  it('writes nothing on a dry run', async () => {
    const root = project()
    const send = answering(JSON.stringify(openApi))
    const result = await pull(environment, send, { dryRun: true, now, root })
    expect(result).toMatchObject({ outcome: 'pulled', generated: [] })
    expect(loadSnapshot(root).sha256).toBe(loadSnapshot().sha256)
    expect(existsSync(join(root, 'generated'))).toBe(false)
  })
})
