import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { contentJson } from '../evidence/exchange.ts'
import { krrScopes } from '../evidence/person-reading.ts'
import type { Injections } from '../reference/seams.ts'
import { findingsOf } from '../rules/findings-of.fixture.ts'
import { idTokenIsValid } from '../rules/op/006-id-token-is-valid.ts'
import { withSession } from './session.fixture.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const second = { ...publicKey.export({ format: 'jwk' }), kid: 'idp-2', use: 'sig', alg: 'RS256' }

/** The same claims under another key. */
const signedAnew = (compact: string, kid: string | undefined): string => {
  const header = { alg: 'RS256', ...(kid === undefined ? {} : { kid }) }
  const input = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${compact.split('.')[1]}`
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
}

const contact = ['krr:user/kontaktinformasjon.read'] as const

describe('keys of the provider', () => {
  test('are asked for again where an ID token names another one, once', async () => {
    let askedFor = 0
    const jwks: NonNullable<Injections['jwks']> = (own) => {
      askedFor += 1
      return askedFor === 1 ? own : { keys: [...own.keys, second] }
    }
    await withSession(
      {
        injections: {
          jwks,
          idTokenCompact: (compact) => (askedFor === 0 ? compact : signedAnew(compact, 'idp-2')),
        },
      },
      async ({ session }) => {
        expect((await session.tokens('MAIN', contact)).granted).toEqual(contact)
        expect((await session.tokens('MAIN', krrScopes)).granted).toEqual(krrScopes)
        expect(askedFor).toBe(2)
        const reading = await session.login('MAIN', contact)
        expect(contentJson(reading.provider.jwks.response)).toMatchObject({
          keys: [{}, { kid: 'idp-2' }],
        })
        expect(await findingsOf(idTokenIsValid, reading)).toEqual([])
      },
    )
  })

  test('that stay unknown are asked for twice in all, and KRR-OP-006 fails', async () => {
    let askedFor = 0
    await withSession(
      {
        injections: {
          jwks: (own) => {
            askedFor += 1
            return own
          },
          idTokenCompact: (compact) => signedAnew(compact, 'idp-3'),
        },
      },
      async ({ session }) => {
        const reading = await session.login('MAIN', contact)
        await session.login('MAIN', krrScopes)
        expect(askedFor).toBe(2)
        expect(await findingsOf(idTokenIsValid, reading)).toMatchObject([
          { actual: 'signed by a key that is not in the JWK Set' },
        ])
      },
    )
  })

  test('given twice are one key: the login goes through', () =>
    withSession(
      { injections: { jwks: ({ keys }) => ({ keys: [...keys, ...keys] }) } },
      async ({ session }) => {
        expect((await session.tokens('MAIN', contact)).granted).toEqual(contact)
      },
    ))

  test('are several, and the ID token names none: evidence for KRR-OP-006', () =>
    withSession(
      {
        injections: {
          jwks: ({ keys }) => ({ keys: [...keys, second] }),
          idTokenCompact: (compact) => signedAnew(compact, undefined),
        },
      },
      async ({ session }) => {
        const reading = await session.login('MAIN', contact)
        expect(await findingsOf(idTokenIsValid, reading)).toMatchObject([
          { actual: 'no kid, though the JWK Set has several keys' },
        ])
      },
    ))
})

test.each([
  ['a number', 24400320],
  ['empty', ''],
  ['absent', undefined],
])('an ID token whose sub is %s logs nobody in, and is evidence for KRR-OP-006', (_, sub) =>
  withSession(
    {
      injections: {
        idTokenClaims: ({ sub: _, ...own }) => (sub === undefined ? own : { ...own, sub }),
      },
    },
    async ({ session }) => {
      const reading = await session.login('MAIN', contact)
      expect(await findingsOf(idTokenIsValid, reading)).toMatchObject([
        { at: '/id_token/sub', expected: 'a string' },
      ])
    },
  ),
)
