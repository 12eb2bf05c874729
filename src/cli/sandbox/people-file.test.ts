import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'
import { peopleSchema, readPeople } from './people-file.ts'
import { type PresetName, presets } from './presets.ts'
import { decide, logIn, type ServiceOptions } from './service.fixture.ts'
import { type Sandbox, startSandbox } from './start.ts'

// Synthetic numbers, each of somebody else.
const numbers = ['20914695016', '28876895937', '11887197158', '30850649509', '17894199350']
const others = ['31855699330', '04846697271', '29890749036', '26866595592', '11822648950']
const [kari, ola, per, eva, ida] = numbers as [string, string, string, string, string]

const file = `people:
  - pid: "${kari}"
    state: NYNORSK
    epostadresse: kari@example.com
  - pid: "${ola}"
    epostadresse: null
    mobiltelefonnummer: "+4791234567"
    spraak: null
  - pid: "${per}"
    state: RESERVED_WITH_ADDRESSES
  - pid: "${eva}"
    state: UNREGISTERED
  - pid: "${ida}"
    faults: ["429=9"]
`
const states = Object.keys(presets) as PresetName[]
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ people: readPeople(file, 'people.yaml') })
}, 60_000)
afterAll(() => sandbox?.stop())

const service = (): ServiceOptions => {
  const { apiUrl, issuer, client, redirectUri, caPem, trustAnchorPem } = sandbox.reference
  return { apiUrl, issuer, client, redirectUri, ca: caPem, trustAnchor: trustAnchorPem }
}
const scope = 'openid profile krr:user/kontaktinformasjon.read krr:user/digitalpost.read'

const personOf = async (pid: string) => {
  const { accessToken } = await logIn(pid, service(), scope)
  const dispatcher = new Agent({ connect: { ca: sandbox.reference.caPem } })
  const { statusCode, body } = await request(`${sandbox.reference.apiUrl}/`, {
    dispatcher,
    headers: { authorization: `Bearer ${accessToken}` },
  })
  const person = await body.json()
  await dispatcher.close()
  return { status: statusCode, person }
}

describe('people of a file', { timeout: 60_000 }, () => {
  test('have numbers, contact data and a language of their own', async () => {
    expect((await personOf(kari)).person).toMatchObject({
      personidentifikator: kari,
      spraak: 'nn',
      kontaktinformasjon: { epostadresse: 'kari@example.com', mobiltelefonnummer: '+4799999999' },
    })
    const { person } = await personOf(ola)
    expect(person).toMatchObject({ kontaktinformasjon: { mobiltelefonnummer: '+4791234567' } })
    expect(person).not.toHaveProperty('spraak')
    expect(person).not.toHaveProperty('kontaktinformasjon.epostadresse')
  })

  test('are in the state that is named', async () => {
    expect((await personOf(per)).person).toMatchObject({
      reservasjon: 'JA',
      varslingsstatus: 'KAN_IKKE_VARSLES',
      kontaktinformasjon: { epostadresse: 'reserved@example.com' },
    })
    expect((await personOf(eva)).person).toMatchObject({ status: 'IKKE_REGISTRERT' })
  })

  test('meet faults that nobody else meets', async () => {
    expect((await personOf(ida)).status).toBe(429)
    expect((await personOf(kari)).status).toBe(200)
    const { control } = sandbox
    const { statusCode } = await request(`${control.url}/active`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${control.token}` },
      body: JSON.stringify({ pid: kari, faults: ['DEF-OP-PID-IS-ANOTHER-PERSONS', 'latency=1'] }),
    })
    expect(statusCode).toBe(200)
    expect([await decide(kari, service()), (await decide(ola, service())).kind]).toEqual([
      { kind: 'refused', why: 'pid' },
      'letter',
    ])
  })
})

test('every state has a person of it', async () => {
  const all = [...numbers, ...others]
  const asked = states.map((state, at) => ({ state, pid: all[at % all.length] as string }))
  for (const part of [asked.slice(0, all.length), asked.slice(all.length)]) {
    const written = part.map(({ pid, state }) => `  - {pid: "${pid}", state: ${state}}`)
    const people = readPeople(['people:', ...written].join('\n'), 'people.yaml')
    expect(people.map(({ state }) => state)).toEqual(part.map(({ state }) => state))
    for (const { pid, record, state } of people)
      expect(record('certificate')?.personidentifikator).toBe(
        state === 'UNREGISTERED' ? undefined : pid,
      )
  }
})

test.each([
  ['a real number', '01017012345', /people\.yaml:2: people\[0\]\.pid must be synthetic/],
  ['a slip in a number', '20914695017', /control digits/],
  ["a number of the sandbox's own people", '05818510014', /is the sandbox's own MAIN/],
])('%s is refused', (_, pid, says) => {
  expect(() => readPeople(`people:\n  - pid: "${pid}"`, 'people.yaml')).toThrow(says)
})

test('slips are told with their line and the nearest name', () => {
  const written = `people:\n  - pid: "${kari}"\n    stat: MAIN\n  - pid: "${kari}"\n    spraak: no`
  expect(() => readPeople(written, 'people.yaml')).toThrow(/people\.yaml:3: .*did you mean "state"/)
  const twice = `people:\n  - pid: "${kari}"\n  - pid: "${kari}"`
  expect(() => readPeople(twice, 'people.yaml')).toThrow(/people\.yaml:3: .*stands there twice/)
})

test('docs/sandbox.md has every state, in its words', () => {
  const page = readFileSync(join(projectFolder(), 'docs', 'sandbox.md'), 'utf8')
  const rows = Object.entries(presets).map(([state, { title }]) => `| \`${state}\` | ${title} |`)
  expect(rows.filter((row) => !page.includes(row))).toEqual([])
})

test('what is published in docs/schemas is the schema that is read by', () => {
  const file = join(projectFolder(), 'docs', 'schemas', 'people.schema.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(peopleSchema)
})
