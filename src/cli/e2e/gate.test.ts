import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withField, withoutField } from '../../defects/changed-response.ts'
import { without } from '../../defects/person-document.ts'
import { otherSigner } from '../../defects/tables/jws-keys.ts'
import type { Decision } from '../../gate/decision.ts'
import { isJsonObject } from '../../reference/api/message.ts'
import type { Injections } from '../../reference/seams.ts'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let environments: readonly OwnEnvironment[] = []

/** Ten things that a client could come to rely on, each by what the gate names it. */
const tenWays = [
  'status-changed status',
  'field-removed x-content-type-options',
  'field-added x-served-by',
  'field-changed www-authenticate',
  'member-removed /reservasjon_oppdatert',
  'member-added /kanalvalg',
  'member-type-changed /digital_post/postkasseleverandoeradresse',
  'error-member-removed /correlation_id',
  'jws-alg-changed alg',
  'jws-header-added typ',
] as const

const otherServer: Injections = {
  personDocument: (person) => {
    const { digital_post: mailbox, ...rest } = without(person, 'reservasjon_oppdatert')
    return {
      ...rest,
      ...(isJsonObject(mailbox)
        ? { digital_post: { ...mailbox, postkasseleverandoeradresse: 984661185 } }
        : {}),
      kanalvalg: { foretrukket: 'SMS' },
    }
  },
  jwsSigner: otherSigner(() => ({ alg: 'ES256' })),
  jws: ({ header, payload }) => ({ header: { ...header, typ: 'JOSE' }, payload }),
  errorDocument: (document) => without(document, 'correlation_id'),
  response: (response, { request }) => {
    if (request.method === 'DELETE') return { ...response, status: 501 }
    if (response.status === 401) return withField(response, 'WWW-Authenticate', 'Bearer realm="x"')
    return withField(withoutField(response, 'X-Content-Type-Options'), 'X-Served-By', 'eid')
  },
}

beforeAll(async () => {
  const names = ['one', 'equal', 'other']
  environments = await Promise.all(names.map((name) => startOwnEnvironment({ workspace, name })))
  environments[2]?.seed(otherServer)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  workspace.write('key.json', JSON.stringify(privateKey.export({ format: 'jwk' })))
  // A token of theirs lives for minutes: nobody waits for that here.
  workspace.write(
    'gate.policy.yaml',
    'environments:\n  equal: { notExercised: [KRR-AUTH-004] }\n  other: { notExercised: [KRR-AUTH-004] }\n',
  )
  const { code, stdout, stderr } = await krr(['test'], inOrder())
  expect(code, stdout + stderr).toBe(1)
}, 180_000)
afterAll(async () => {
  await endProcesses()
  await Promise.all(environments.map(({ reference }) => reference.stop()))
  workspace.remove()
})

const inOrder = () =>
  workspace.in({
    KRR_ENV: environments.map(({ name }) => name).join(','),
    KRR_SIGNING_JWK: join(workspace.folder, 'key.json'),
    ...Object.assign({}, ...environments.map(({ settings }) => settings())),
  })

const decided = (to: string): Decision =>
  JSON.parse(readFileSync(join(workspace.reportDir, 'gate', `one-${to}.json`), 'utf8'))

describe('two environments that were run and are compared over the wire', {
  timeout: 120_000,
}, () => {
  test('equal ones: the gate says yes, no difference is named, and the reports differ in nothing', async () => {
    const { code, stdout, stderr } = await krr(
      ['gate', '--from', 'one', '--to', 'equal'],
      inOrder(),
    )
    expect([code, stdout.split('\n')[0]], stdout + stderr).toEqual([0, 'YES'])
    expect(decided('equal').pair).toMatchObject({
      breaking: [],
      listed: [],
      documentBreaks: [],
      documentChanges: [],
      slower: [],
      notCompared: [],
    })
    expect(decided('equal').pair?.compared).toBeGreaterThan(100)
    const diff = await krr(['report', 'diff', 'one', 'equal', '--format', 'json'], inOrder())
    const { rules, behaviour } = JSON.parse(diff.stdout)
    expect([...rules.differences, ...behaviour.differences]).toEqual([])
    expect(diff.code).toBe(0)
  })

  test('ones that differ in ten ways: all ten are named, by the gate and by the comparison', async () => {
    const { code, stdout, stderr } = await krr(
      ['gate', '--from', 'one', '--to', 'other'],
      inOrder(),
    )
    expect([code, stdout.split('\n')[0]], stdout + stderr).toEqual([1, 'NO'])
    const { breaking = [], listed = [] } = decided('other').pair ?? {}
    const named = [...breaking, ...listed].map((own) => `${own.code} ${own.at}`)
    expect(named).toEqual(expect.arrayContaining([...tenWays]))
    expect(breaking.map((own) => `${own.code} ${own.at}`)).toEqual(
      expect.arrayContaining([tenWays[0], tenWays[4], tenWays[6], tenWays[8]]),
    )
    for (const format of ['text', 'markdown', 'json', 'html']) {
      const diff = await krr(['report', 'diff', 'one', 'other', '--format', format], inOrder())
      expect(diff.code).toBe(1)
      for (const way of tenWays) {
        for (const word of way.split(' ')) expect(diff.stdout, format).toContain(word)
      }
    }
  })

  test('without a policy the answer is unknown, and the reason names the setting that settles it', async () => {
    const empty = workspace.write('strict.yaml', '# nothing is accepted\n')
    const { code, stdout } = await krr(
      ['gate', '--from', 'one', '--to', 'equal', '--policy', empty],
      inOrder(),
    )
    expect(code).toBe(3)
    expect(stdout).toContain('must-not-exercised')
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /KRR_EQUAL_EXPIRY_WAIT_SECONDS=\d+ would wait for it/,
    )
  })
})
