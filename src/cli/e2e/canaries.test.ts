import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Injections } from '../../reference/seams.ts'
import { createShared } from '../../reference/start.ts'
import { personalValues, secretsOnTheWire } from '../canaries/canaries.ts'
import { canarySearch } from '../canaries/canary-search.ts'
import { wiretap } from '../canaries/wiretap.ts'
import { type Ended, endProcesses, krr, type Variables } from './krr-process.fixture.ts'
import { leaks } from './leaks.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const wire = wiretap()
const environments: OwnEnvironment[] = []
const keys = await generateKeyPair('RS256', { extractable: true })
const privateJwk = { ...(await exportJWK(keys.privateKey)), kid: 'own', alg: 'RS256' }
const publicJwk = { ...(await exportJWK(keys.publicKey)), kid: 'own', alg: 'RS256' }

beforeAll(async () => {
  const shared = await createShared()
  const withJwk = { clientId: 'by-jwk', jwk: publicJwk, redirectUris: [redirectUri] }
  const faults: Readonly<Record<string, Injections>> = {
    conforming: {},
    'by-jwk': {},
    'login-refused': refusedLogin,
    ...leaks,
  }
  for (const [name, injections] of Object.entries(faults)) {
    const started = await startOwnEnvironment({ workspace, name, shared, clients: [withJwk] })
    started.seed(injections)
    environments.push(started)
  }
})
afterEach(() => endProcesses())
afterAll(async () => {
  wire.stop()
  await Promise.all(environments.map(({ reference }) => reference.stop()))
  workspace.remove()
})

const redirectUri = 'http://localhost:3000/callback'

/** ID-porten refuses the login and says more than it may. */
const refusedLogin: Injections = {
  authorizationResponse: (parameters) => [
    ['error', 'access_denied'],
    ['error_description', `${parameters.map((pair) => pair.join('=')).join(' ')} main@example.com`],
    ...parameters.filter(([name]) => name !== 'code'),
  ],
  tokenResponse: (response, { clientId }) => ({
    ...response,
    body: { ...response.body, client: clientId, echo: JSON.stringify(response.body) },
  }),
}

const settings = (): Variables => {
  const jwk = workspace.write('client.jwk.json', JSON.stringify(privateJwk))
  return Object.assign(
    { KRR_ENV: environments.map(({ name }) => name).join(',') },
    ...environments.map((environment) =>
      environment.name === 'by-jwk'
        ? environment.settings({ CLIENT_ID: 'by-jwk', CLIENT_SECRET: undefined, CLIENT_JWK: jwk })
        : environment.settings(),
    ),
  )
}

/** Texts that were searched: a secret that is newer than a text is not in it. */
const searched = new Set<string>()

/** Where a canary is, in all files and in what was said; each content is looked through once. */
const sightings = (...said: readonly Ended[]): readonly string[] => {
  const search = canarySearch(
    new Map([
      ...secretsOnTheWire(wire.overheard),
      ...environments.flatMap(({ reference }) => [...personalValues(reference)]),
      ...environments.map(({ reference }) => [reference.client.secret, 'client secret'] as const),
      ...['d', 'p', 'q'].map((name) => [String(Object(privateJwk)[name]), 'client JWK'] as const),
    ]),
  )
  const texts = new Map([
    ...said.flatMap(({ stdout, stderr }, at): (readonly [string, string])[] => [
      [`stdout ${at}`, stdout],
      [`stderr ${at}`, stderr],
    ]),
    ...[...workspace.files()]
      .filter(([path]) => /^(reports|state|state-5|broken|out)\//.test(path))
      .map(([path, content]) => [path, content.toString('utf8')] as const),
  ])
  return [...texts].flatMap(([place, text]) => {
    const digest = createHash('sha256').update(text).digest('hex')
    if (searched.has(digest)) return []
    searched.add(digest)
    return search(text).map((sighting) => `${place}: ${sighting}`)
  })
}

/** Whether the environment gave the person away where it had to hold its tongue. */
const leaked = (environment: string): boolean => {
  const { reference } = environments.find(({ name }) => name === environment) ?? {}
  if (reference === undefined) return false
  // What goes past node is not overheard.
  if (environment === 'leak-wire') return true
  const search = canarySearch(new Map([[reference.people.MAIN.pid, 'pid']]))
  return wire.overheard
    .filter(({ port }) => String(port) === new URL(reference.apiUrl).port)
    .some(({ responseHeaders, responseBody }) => {
      const person = JSON.stringify(reference.people.MAIN.pid)
      const body = responseBody().toString('utf8').replace(`"personidentifikator":${person}`, '')
      return search(JSON.stringify(responseHeaders()) + body).length > 0
    })
}

describe('what a run leaves behind', { timeout: 300_000 }, () => {
  test('holds no secret and no person, whatever the environments give away', async () => {
    workspace.write('out/README', 'what commands were told to write')
    const end = await krr(
      ['test', '--format', 'sarif,ndjson,in-toto', '--events', 'out/live.ndjson'],
      workspace.in(settings()),
    )
    expect(end.code, end.stderr).toBe(1)
    expect(workspace.report('conforming').verdict).toBe('conformant')
    expect(workspace.report('by-jwk').verdict).toBe('conformant')
    expect(workspace.report('login-refused').verdict).toBe('inconclusive')
    expect(workspace.report('unavailable').verdict).toBe('inconclusive')
    expect(secretsOnTheWire(wire.overheard).size).toBeGreaterThan(200)
    expect(environments.filter(({ name }) => name in leaks && !leaked(name))).toEqual([])
    expect(sightings(end)).toEqual([])
  })

  test('holds none in what is made of it later: replay, gate, comparison, other forms, merged', async () => {
    const name = workspace
      .report('leak-documents')
      .rules.flatMap(({ observations }) => observations)
      .find((own) => own.name !== undefined)?.name
    const commands: readonly (readonly string[])[] = [
      ['replay', name ?? '', '--env', 'leak-documents', '--verbose', '--out', 'out/replay'],
      ['gate', '--from', 'conforming', '--to', 'leak-documents', '--json', 'out/decision.json'],
      ['gate', 'history'],
      ['gate', 'waive', '--env', 'leak-documents'],
      ['report', 'diff', 'conforming', 'leak-documents', '--format', 'html', '--out', 'out/d.html'],
      ['report', 'convert', 'leak-documents', '--format', 'html', '--out', 'out/converted.html'],
      ['report', 'merge', 'reports', '--out', 'out/merged'],
    ]
    const ends: Ended[] = []
    for (const command of commands) {
      const end = await krr(command, workspace.in(settings()))
      expect([0, 1, 3], `${command.join(' ')}: ${end.stderr}`).toContain(end.code)
      ends.push(end)
    }
    expect(sightings(...ends)).toEqual([])
    const written = [...workspace.files().keys()].filter((path) => path.startsWith('out/'))
    expect(written).toEqual(
      expect.arrayContaining([
        'out/live.ndjson',
        'out/decision.json',
        'out/d.html',
        'out/converted.html',
        'out/merged/leak-documents/report.html',
      ]),
    )
    expect(written.some((path) => path.startsWith('out/replay'))).toBe(true)
  })

  test('holds none either where the harness broke', async () => {
    workspace.write('broken/journal', 'a file where a folder belongs')
    const end = await krr(
      ['test', '--env', 'conforming,leak-documents', '-t', 'PATCH'],
      workspace.in({ ...settings(), KRR_STATE_DIR: join(workspace.folder, 'broken') }),
    )
    expect([3, 4], end.stderr).toContain(end.code)
    expect(sightings(end)).toEqual([])
  })

  test('holds none either where the register is left changed, and where a setting is wrong', async () => {
    const [conforming] = environments
    conforming?.seed({
      patchDecision: (decision) =>
        decision.kind === 'accepted' && decision.spraak === 'nb'
          ? { kind: 'refused', status: 400, description: 'not this one' }
          : decision,
    })
    const changed = workspace.in({
      ...settings(),
      KRR_STATE_DIR: join(workspace.folder, 'state-5'),
    })
    const left = await krr(['test', '--env', 'conforming', '-t', 'KRR-PATCH-001'], changed)
    expect(left.code, left.stderr).toBe(5)
    const restored = await krr(['restore', '--env', 'conforming'], changed)
    expect(restored.code).toBe(5)
    const wrong = await krr(
      ['test', '--env', 'conforming'],
      workspace.in({ ...settings(), KRR_CONFORMING_ISSUER: 'http://idporten.example' }),
    )
    expect(wrong.code).toBe(2)
    expect(sightings(left, restored, wrong)).toEqual([])
  })
})
