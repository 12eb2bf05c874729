import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exchange } from '../evidence/exchange.ts'
import { sampleRefusal } from './auth/sample-refusal.fixture.ts'
import {
  sampleExchange,
  sampleJws,
  samplePerson,
  sampleReading,
} from './body/sample-reading.fixture.ts'
import { findingsOf } from './findings-of.fixture.ts'
import { rules as catalogue } from './index.ts'
import { certify, readingOf } from './jws/sample-chain.fixture.ts'
import { sampleLogin, signJwt } from './op/sample-login.fixture.ts'
import type { Area, Rule } from './rule.ts'

/** The rules of an area, by number. Whether a subject fits one of them is just what is asked here. */
const rulesIn = (area: Area): readonly Rule<never>[] =>
  (catalogue as readonly Rule<never>[]).filter(({ id }) => id.startsWith(`KRR-${area}-`))
const [authRules, bodyRules, errRules, httpRules, jwsRules, negRules, opRules] = [
  rulesIn('AUTH'),
  rulesIn('BODY'),
  rulesIn('ERR'),
  rulesIn('HTTP'),
  rulesIn('JWS'),
  rulesIn('NEG'),
  rulesIn('OP'),
]

const json = fc.json().map((text) => new TextEncoder().encode(text))
/** Values that a JSON text may hold and that break what takes them for texts, more often than by chance. */
const awkward: readonly unknown[] = [
  { toString: {} },
  [{ toString: false }],
  { valueOf: 1, toString: 1 },
  '\ud800',
  [[]],
]
const anyJson = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> },
  fc.constantFrom(...awkward),
)
const signed = anyJson.map((claims) => new TextEncoder().encode(signJwt({ claims })))
const exchanges: fc.Arbitrary<Exchange> = fc
  .record({
    status: fc.constantFrom(200, 204, 400, 401, 500),
    fields: fc.array(fc.tuple(fc.constantFrom('Content-Type', 'WWW-Authenticate'), fc.string())),
    content: fc.oneof(fc.uint8Array(), json, signed),
  })
  .map(sampleExchange)

/** Judges with a rule of any subject: what does not fit its type is just what is asked here. */
const judge = async (rule: Rule<never>, subject: unknown) => {
  rule.notApplicable?.(subject as never)
  rule.met?.(subject as never)
  return findingsOf(rule, subject as never)
}

describe('a rule judges whatever comes and never throws', () => {
  test('of one exchange', async () => {
    const others = ['KRR-NEG-003', 'KRR-NEG-005', 'KRR-NEG-008', 'KRR-ERR-003']
    const otherHttp = ['KRR-HTTP-001', 'KRR-HTTP-003', 'KRR-HTTP-006', 'KRR-HTTP-008']
    const rules = [...negRules, ...errRules, ...httpRules].filter(
      ({ id }) => !others.includes(id) && !otherHttp.includes(id),
    )
    await fc.assert(
      fc.asyncProperty(exchanges, async (exchange) => {
        for (const rule of [...rules, ...authRules.slice(1, 2), ...jwsRules.slice(0, 1)]) {
          expect(await judge(rule, exchange)).toBeInstanceOf(Array)
        }
      }),
    )
  })

  test('of a refusal', async () => {
    const notOfRefusals = ['KRR-AUTH-002', 'KRR-AUTH-016', 'KRR-AUTH-017']
    const rules = [
      ...authRules.filter(({ id }) => !notOfRefusals.includes(id)),
      ...errRules.slice(2, 3),
    ]
    await fc.assert(
      fc.asyncProperty(exchanges, async (exchange) => {
        for (const rule of rules) {
          expect(await judge(rule, { ...sampleRefusal(), exchange })).toBeInstanceOf(Array)
        }
      }),
    )
  })

  test('of the provider and the login', async () => {
    const login = sampleLogin()
    const responses = fc.record({ metadata: exchanges, jwks: exchanges, token: exchanges })
    const members = fc.dictionary(fc.constantFrom('access_token', 'id_token', 'scope'), anyJson)
    await fc.assert(
      fc.asyncProperty(responses, members, async ({ metadata, jwks, token }, tokenResponse) => {
        const provider = { ...login.provider, metadata, jwks }
        for (const rule of opRules) {
          const isAboutProvider = ['KRR-OP-001', 'KRR-OP-002', 'KRR-OP-003', 'KRR-OP-013'].includes(
            rule.id,
          )
          const subjects = isAboutProvider
            ? [provider]
            : [{ ...login, provider, token, exchange: token }, sampleLogin({ tokenResponse })]
          for (const subject of subjects.filter(
            (own) => 'exchange' in own || rule.id !== 'KRR-OP-011',
          )) {
            expect(await judge(rule, subject)).toBeInstanceOf(Array)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('of a JWS', async () => {
    const sample = readingOf({ signer: certify({ name: 'leaf' }) })
    const headers = fc.dictionary(fc.constantFrom('alg', 'x5c', 'kid', 'crit'), anyJson)
    await fc.assert(
      fc.asyncProperty(headers, fc.string(), fc.uint8Array(), async (header, anchor, payload) => {
        const jws = { ...sample.jws, header, payload }
        const trust = { ...sample.trust, anchors: [anchor], pin: anchor }
        const before = { keys: [anchor], seenAt: anchor }
        for (const rule of jwsRules.slice(1)) {
          const reading = { ...sample, jws, trust }
          const subject =
            rule.id === 'KRR-JWS-011' ? { answers: [reading, sample], before } : reading
          expect(await judge(rule, subject)).toBeInstanceOf(Array)
          if (rule.id === 'KRR-JWS-011')
            expect(await judge(rule, { answers: [reading, sample] })).toBeInstanceOf(Array)
        }
      }),
    )
  })

  test('of a person', async () => {
    const rulesOfTwo = authRules.filter(({ id }) => ['KRR-AUTH-016', 'KRR-AUTH-017'].includes(id))
    const rules = bodyRules.filter(({ id }) => id !== 'KRR-BODY-022')
    const names = [...Object.keys(samplePerson), ...Object.keys(samplePerson.kontaktinformasjon)]
    const name = fc.constantFrom(...names, '__proto__', 'toString', 'iat')
    const contact = fc.dictionary(name, anyJson)
    const persons = fc.dictionary(name, fc.oneof(anyJson, contact))
    const states = fc.dictionary(
      fc.constantFrom('status', 'reservasjon', 'varslingsstatus'),
      fc.constantFrom('AKTIV', 'SLETTET', 'JA', 'KAN_VARSLES', 'KAN_IKKE_VARSLES'),
    )
    await fc.assert(
      fc.asyncProperty(persons, states, fc.boolean(), async (person, state, isSigned) => {
        const reading = sampleReading({
          person: { ...person, ...state },
          ...(isSigned ? { jws: sampleJws } : {}),
        })
        for (const rule of rules) expect(await judge(rule, reading)).toBeInstanceOf(Array)
        for (const alone of [
          [reading, sampleReading()],
          [sampleReading(), reading],
        ]) {
          const subject = {
            alone: alone.map((own) => [own]),
            rounds: [alone],
            strays: [reading],
          }
          for (const rule of rulesOfTwo) {
            expect(
              await judge(rule, { ...subject, before: alone[0], after: alone[1] }),
            ).toBeInstanceOf(Array)
          }
        }
      }),
    )
  })
})
