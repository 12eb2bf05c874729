import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import type { RuleHeader } from '../../rules/rule.ts'
import { type Canaries, personalValues, secretsOnTheWire } from '../canaries/canaries.ts'
import { canarySearch } from '../canaries/canary-search.ts'
import { wiretap } from '../canaries/wiretap.ts'
import { type Ended, endProcesses } from './krr-process.fixture.ts'
import { type Production, startProduction } from './production.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const wire = wiretap()
let prod: Production

beforeAll(async () => {
  prod = await startProduction(workspace)
})
beforeEach(() => {
  prod.own.unsafe.length = 0
  prod.proxy.asked.length = 0
})
afterEach(() => endProcesses())
afterAll(async () => {
  wire.stop()
  await prod.stop()
  workspace.remove()
})

const KRR_PROD_ALLOW_WRITE = 'true'
const confirmed = '--confirm-national-register'
const sentence =
  'prod is production: the language of the person who logs in is changed and put back. Tell that person before: the change is made in a national register.'
const language = () => prod.own.register.record?.spraak
const onlyPatches = ['--env', 'prod', '-t', 'KRR-PATCH-0(01|14)']

const toApi = () => {
  const { api } = prod.own.reference.ports
  return wire.overheard.filter(({ port }) => port === api)
}

const issuedTokens = (): ReadonlySet<string> =>
  new Set(
    wire.overheard
      .filter(({ method, url }) => method === 'POST' && url.pathname === '/token')
      .map(({ responseBody }) => JSON.parse(responseBody().toString('utf8')).access_token),
  )

/** The times that the register says of its people, as they were on the wire. */
const timesOnTheWire = (): Canaries => {
  const texts = toApi()
    .filter(({ url, status }) => url.pathname.endsWith('/person') && status() === 200)
    .map(({ responseBody }) => responseBody().toString('utf8'))
  const times = texts.flatMap(
    (text) => text.match(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d(?::?\d\d)?)/g) ?? [],
  )
  return new Map(times.map((time) => [time, 'a time of the person']))
}

/** What must not be seen of secrets and the person, in anything that was left or said. */
const sightings = ({ stdout, stderr }: Ended): readonly string[] => {
  const times = timesOnTheWire()
  expect(times.size).toBeGreaterThan(3)
  const search = canarySearch(
    new Map([...secretsOnTheWire(wire.overheard), ...personalValues(prod.own.reference), ...times]),
  )
  const files = [...workspace.files()].filter(([path]) => /^(reports|state)\//.test(path))
  const texts = [stdout, stderr, ...files.map(([, content]) => content.toString('utf8'))]
  const shown = /\\*"(spraak|reservasjon|varslingsstatus)\\*":\s*\\*"(?!\[|\$KRR_)/
  return texts.flatMap((text) => [...search(text), ...(shown.exec(text) ?? [])])
}

/** Codes of the person's that the report's own words tell. */
const codesTold = (): readonly string[] => {
  const { rules: judged, register, trouble } = workspace.report('prod')
  const said = judged.flatMap(({ reason, observations }) => [
    reason,
    ...observations.flatMap((one) => [one.reason, one.met, ...one.findings.map(String)]),
  ])
  return [...said, register.found, register.left, ...trouble]
    .filter((text) => text !== undefined)
    .filter((text) => /\b(JA|NEI|KAN_VARSLES|KAN_IKKE_VARSLES|nb)\b/.test(text))
}

const onOneLine = ({ stdout }: Ended): string => stdout.replaceAll(/\s+/g, ' ')

describe('production, by its own addresses', { timeout: 240_000 }, () => {
  test('is read and not written to, and nothing intrusive is sent there', async () => {
    const contact = { KRR_CONTACT: 'team@service.example' }
    const end = await prod.krr(['test', '--env', 'prod'], contact)
    expect(end.code, end.stdout + end.stderr).toBe(0)
    expect(end.stderr).toContain('The run reads your entry in the register and changes nothing.')
    expect(end.stderr).not.toContain(sentence)
    expect(prod.own.unsafe).toEqual([])
    expect(new Set(prod.proxy.asked)).toEqual(
      new Set(['idporten.no:443', 'kontaktregisteret.no:443', 'kontaktregisteret.no:80']),
    )

    const { verdict, target, rules: judged, run } = workspace.report('prod')
    expect([verdict, run.logins]).toEqual(['conformant', 1])
    expect(target).toMatchObject({
      apiUrl: 'https://kontaktregisteret.no/rest/v1/person',
      issuer: 'https://idporten.no',
    })
    const intrusive = rules.filter((rule: RuleHeader) => rule.intrusive === true)
    const verdicts = intrusive.map(({ id }) => judged.find((rule) => rule.id === id)?.verdict)
    expect(verdicts).toEqual(intrusive.map(() => 'not-exercised'))

    // By what the API was sent: a forged token was issued by nobody.
    const issued = issuedTokens()
    const sent = new Set(toApi().flatMap(({ headers }) => headers.authorization ?? []))
    const schemes = new Set([...sent].map((one) => one.split(' ')[0]?.toLowerCase()))
    const forged = [...sent].filter((one) => !issued.has(one.split(' ')[1] ?? ''))
    expect([[...schemes], forged]).toEqual([['bearer'], ['Bearer not-a-token']])
    expect(sent.size).toBeGreaterThan(8)
    expect(new Set(toApi().map(({ method }) => method))).toEqual(
      new Set(['GET', 'HEAD', 'OPTIONS']),
    )
    expect(toApi().filter(({ url }) => url.search !== '')).toEqual([])
    const named = new Set(toApi().map(({ headers }) => headers['user-agent']))
    expect([...named]).toEqual([
      expect.stringMatching(/^krr-conformance\/\S+ \(\+team@service\.example\)$/),
    ])

    expect([...workspace.files().keys()].filter((path) => path.endsWith('.png'))).toEqual([])
    // A hint that is refused would help nobody.
    const page = readFileSync(join(workspace.reportDir, 'prod', 'report.html'), 'utf8')
    expect(page).toContain('KRR_TOKEN: an access token of your own')
    expect(page).not.toContain('krr -- token')
    expect([sightings(end), codesTold()]).toEqual([[], []])
  })

  test('is not written to by the key alone', async () => {
    const end = await prod.krr(['test', ...onlyPatches], { KRR_PROD_ALLOW_WRITE })
    expect([end.code, prod.own.unsafe], end.stdout).toEqual([3, []])
    expect(end.stderr).not.toContain(sentence)
    const { rules: judged } = workspace.report('prod/partial')
    expect(judged.find(({ id }) => id === 'KRR-PATCH-001')?.reason).toContain(
      `KRR_PROD_ALLOW_WRITE is true, but ${confirmed} is not on the command line`,
    )
  })

  test('is not written to by the flag alone', async () => {
    const end = await prod.krr(['test', ...onlyPatches, confirmed])
    expect([end.code, prod.own.unsafe], end.stdout).toEqual([3, []])
  })

  test('is written to by both, is said to be a national register, and is left as it was', async () => {
    const end = await prod.krr(['test', '--env', 'prod', confirmed], { KRR_PROD_ALLOW_WRITE })
    expect(end.code, end.stdout + end.stderr).toBe(0)
    const [told, asked] = [sentence, '/authorize?'].map((text) => end.stderr.indexOf(text))
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThan(asked ?? 0)
    expect(end.stderr).toContain('that change is made in a national register.')
    expect(prod.own.unsafe.length).toBeGreaterThan(3)
    expect(new Set(prod.own.unsafe)).toEqual(new Set(['PATCH 204']))
    expect([language(), workspace.journal('prod')]).toEqual(['nb', undefined])
    const { register, rules: judged } = workspace.report('prod')
    expect(register.restored).toBe(true)
    expect(judged.find(({ id }) => id === 'KRR-PATCH-014')?.verdict).toBe('passed')
    expect([sightings(end), codesTold()]).toEqual([[], []])
  })

  test('gives no token away', async () => {
    const { code, stdout, stderr } = await prod.krr(['token', '--env', 'prod'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('"prod" is production by its address')
    expect(prod.proxy.asked).toEqual([])
  })

  test('is restored after kill -9 by whoever may write and was logged in, and is exit code 5 till then', async () => {
    const killed = prod.besidePerson(['test', ...onlyPatches, confirmed], { KRR_PROD_ALLOW_WRITE })
    prod.own.seed({
      response(response) {
        if (prod.own.unsafe.length > 0) killed.child.kill('SIGKILL')
        return response
      },
    })
    expect((await killed.ended).signal).toBe('SIGKILL')
    prod.own.seed({})
    expect(language()).not.toBe('nb')

    const reading = await prod.krr(['test', '--env', 'prod', '-t', 'KRR-JWS-003'])
    expect([reading.code, onOneLine(reading)]).toEqual([
      5,
      expect.stringContaining(
        'is not put back: KRR_PROD_ALLOW_WRITE is not true; npm run krr -- restore --env prod --confirm-national-register does it',
      ),
    ])
    // Pseudonyms of production are one run's own: another person may have logged in.
    const writing = await prod.krr(['test', ...onlyPatches, confirmed], { KRR_PROD_ALLOW_WRITE })
    expect([writing.code, onOneLine(writing)]).toEqual([
      5,
      expect.stringMatching(
        /cannot be told whether the same person is logged in as in run \S+ if so, log in once more with npm run krr -- restore --env prod --confirm-national-register/,
      ),
    ])
    const refused = await prod.krr(['restore', '--env', 'prod'], { KRR_PROD_ALLOW_WRITE })
    expect([refused.code, language()]).toEqual([5, expect.not.stringMatching('nb')])

    const end = await prod.krr(['restore', '--env', 'prod', confirmed], { KRR_PROD_ALLOW_WRITE })
    expect([end.code, end.stdout], end.stderr).toEqual([
      0,
      'prod: the language is as it was found\n',
    ])
    expect(end.stderr).toContain(sentence)
    expect([language(), workspace.journal('prod')]).toEqual(['nb', undefined])
  })
})
