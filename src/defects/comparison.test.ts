import { ok } from 'node:assert/strict'
import { beforeAll, describe, expect, test } from 'vitest'
import { diff } from '../compare/diff.ts'
import type { Comparison } from '../compare/model.ts'
import { isJsonObject, type JsonObject } from '../reference/api/message.ts'
import type { Injections } from '../reference/seams.ts'
import type { ConformanceReport } from '../report/model.ts'
import { accept } from './acceptance.ts'
import { withField, withoutField } from './changed-response.ts'
import { type Experiment, onReference } from './experiment.ts'
import { unmodified } from './experiments.ts'
import { runMatrix } from './matrix.ts'
import { without } from './person-document.ts'
import { otherSigner } from './tables/jws-keys.ts'

const offset = 'yyyy-mm-ddThh:mm:ss±hh'
const utc = 'yyyy-mm-ddThh:mm:ss.fffZ'
const providerAddress = '/digital_post/postkasseleverandoeradresse'

/** Each changes one thing that a client could come to rely on; together they are the second server. */
const seeded: Injections = {
  personDocument: (person) => {
    const { digital_post: mailbox, ...rest } = without(person, 'reservasjon_oppdatert')
    return {
      ...inUtc(rest),
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
  tokenResponse: (response) => ({
    ...response,
    body: response.status === 200 ? { ...response.body, session_state: 'x' } : response.body,
  }),
}

const inUtc = (object: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      if (isJsonObject(value)) return [name, inUtc(value)]
      const isTime = typeof value === 'string' && /^\d{4}-.*[+-]\d\d$/.test(value)
      return [name, isTime ? new Date(`${value}:00`).toISOString() : value]
    }),
  )

const experiment = (id: string, injections: Injections): Experiment => ({
  ...unmodified,
  id,
  kind: 'variant',
  rounds: [onReference(() => injections)],
  judge: (report, facts) => accept({ ...unmodified, id }, [], report, facts),
})

const reports = new Map<string, ConformanceReport>()

/** What differs between the unmodified server and another one of the same run. */
const against = (id: string): Comparison => {
  const [from, to] = [reports.get(unmodified.id), reports.get(id)]
  ok(from && to)
  return diff(from, to)
}

describe('two servers compared', () => {
  beforeAll(async () => {
    await runMatrix({
      experiments: [unmodified, experiment('AGAIN', {}), experiment('OTHER', seeded)],
      onRow: (row, report) => void reports.set(row.id, report),
    })
  }, 180_000)

  test('an unchanged server differs in nothing', () => {
    const { rules, behaviour, same } = against('AGAIN')
    expect(rules.differences).toEqual([])
    expect(behaviour.differences).toEqual([])
    expect(behaviour.compared).toBeGreaterThan(100)
    expect(same).toBe(true)
  })

  test.each([
    ['status-changed', 'status', '405', '501'],
    ['field-removed', 'x-content-type-options', 'nosniff', 'absent'],
    ['field-added', 'x-served-by', 'absent', 'eid'],
    ['field-changed', 'www-authenticate', 'Bearer realm="krr"', 'Bearer realm="x"'],
    ['member-removed', '/reservasjon_oppdatert', `string: ${offset}`, 'absent'],
    ['member-added', '/kanalvalg', 'absent', 'object'],
    ['member-changed', '/spraak_oppdatert', `string: ${offset}`, `string: ${utc}`],
    ['member-type-changed', providerAddress, 'string: digits (9)', 'integer'],
    ['error-member-removed', '/correlation_id', '"<UUID>"', 'absent'],
    ['jws-alg-changed', 'alg', '"RS256"', '"ES256"'],
    ['jws-header-added', 'typ', 'absent', '"JOSE"'],
    ['jws-chain-changed', 'x5c', /RSA 2048, 365 days/, /EC prime256v1, 365 days/],
    ['member-added', '/session_state', 'absent', '"x" | absent'],
  ])('a seeded difference is shown once: %s %s', (code, at, from, to) => {
    const own = against('OTHER').behaviour.differences.filter((one) => {
      return one.code === code && one.at === at && matches(one.from, from)
    })
    expect(own).toHaveLength(1)
    expect(own.every((one) => matches(one.to, to))).toBe(true)
  })

  test('nothing else is shown of the seeded server but what follows from the same faults', () => {
    const places = new Set(
      against('OTHER').behaviour.differences.map(({ code, at }) => `${code} ${at}`),
    )
    expect([...places].sort()).toMatchInlineSnapshot(`
      [
        "error-member-removed /correlation_id",
        "field-added x-served-by",
        "field-changed www-authenticate",
        "field-removed x-content-type-options",
        "jws-alg-changed alg",
        "jws-chain-changed x5c",
        "jws-header-added typ",
        "member-added /kanalvalg",
        "member-added /session_state",
        "member-changed /kontaktinformasjon/epostadresse_oppdatert",
        "member-changed /kontaktinformasjon/epostadresse_sist_validert",
        "member-changed /kontaktinformasjon/epostadresse_sist_verifisert",
        "member-changed /kontaktinformasjon/mobiltelefonnummer_oppdatert",
        "member-changed /kontaktinformasjon/mobiltelefonnummer_sist_validert",
        "member-changed /kontaktinformasjon/mobiltelefonnummer_sist_verifisert",
        "member-changed /reservasjonstidspunkt",
        "member-changed /spraak_oppdatert",
        "member-removed /reservasjon_oppdatert",
        "member-type-changed /digital_post/postkasseleverandoeradresse",
        "status-changed status",
      ]
    `)
  })

  test('a rule that passed and does not apply any more is told as silence', () => {
    const silenced = against('OTHER').rules.differences.filter(
      ({ code }) => code === 'rule-silenced',
    )
    expect(silenced.map(({ id, to }) => [id, to])).toEqual([['KRR-BODY-018', 'not-applicable']])
  })

  test('a rule that passes still, in fewer places, tells the places that fell silent', () => {
    const found = against('OTHER').rules.differences.find(({ id }) => id === 'KRR-HTTP-002')
    expect(found).toMatchObject({
      code: 'rule-changed',
      from: 'passed',
      to: 'passed',
      silenced: [{ where: 'another method: DELETE', from: 'passed' }],
    })
  })
})

const matches = (text: string, expected: string | RegExp): boolean =>
  typeof expected === 'string' ? text === expected : expected.test(text)
