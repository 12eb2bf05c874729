import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pseudonymsWith, randomKey } from './pseudonym.ts'
import { createVault } from './vault.ts'

const vaultWith = (secret: string) => {
  const vault = createVault(pseudonymsWith(randomKey()))
  vault.learn('access token', secret)
  return vault
}

const secret = fc.stringMatching(/^[A-Za-z0-9._~+/=-]{8,60}$/)
const around = fc.string({ maxLength: 40 })

const disguises: Readonly<Record<string, (value: string) => string>> = {
  plain: (value) => value,
  'upper case': (value) => value.toUpperCase(),
  'URL-encoded': encodeURIComponent,
  base64: (value) => Buffer.from(value).toString('base64'),
  'base64 within more': (value) => Buffer.from(`{"a":"${value}"}`).toString('base64'),
  base64url: (value) => Buffer.from(`x${value}y`).toString('base64url'),
  hex: (value) => Buffer.from(value).toString('hex'),
  'folded over lines': (value) => `${value.slice(0, 4)}\r\n  ${value.slice(4)}`,
}

describe('vault', () => {
  for (const [name, disguise] of Object.entries(disguises)) {
    test(`a known value never passes, ${name}`, () => {
      fc.assert(
        fc.property(secret, around, around, (value, before, after) => {
          const text = `${before} ${disguise(value)} ${after}`
          const vault = vaultWith(value)
          expect(vault.reveals(text)).toBe(true)
          expect(vault.scrub(text)).not.toContain(disguise(value))
          expect(vault.reveals(vault.scrub(text))).toBe(false)
        }),
        { numRuns: 60 },
      )
    })
  }

  test.each([
    ['pid', '05818510073', '058185-10073'],
    ['pid', '05818510073', '{"number":5818510073}'],
    ['mobiltelefonnummer', '+4799999999', 'call 99999999'],
    ['mobiltelefonnummer', '+4799999999', 'call 999 99 999'],
    ['mobiltelefonnummer', '+4799999999', '004799999999'],
  ] as const)('a %s never passes in another spelling: %s as %s', (kind, value, text) => {
    const vault = createVault(pseudonymsWith(randomKey()))
    vault.learn(kind, value)
    expect(vault.reveals(text)).toBe(true)
    expect(vault.scrub(text)).not.toMatch(/\d{9}/)
  })

  test('a text without a known value stays as it is', () => {
    expect(vaultWith('0123456789').scrub('reservasjon NEI\nstatus AKTIV')).toBe(
      'reservasjon NEI\nstatus AKTIV',
    )
  })

  test('equal values have equal pseudonyms under one key, and others under another key', () => {
    const key = randomKey()
    const show = pseudonymsWith(key)
    expect(show('pid', '12345678901')).toBe(pseudonymsWith(key)('pid', '12345678901'))
    expect(show('pid', '12345678901')).not.toBe(pseudonymsWith(randomKey())('pid', '12345678901'))
  })

  test('what stands around known values stays, and of two at one place the longer is told', () => {
    const vault = createVault((kind) => `<${kind}>`)
    vault.learn('code', 'abcdef')
    vault.learn('state', 'abcdefgh')
    vault.learn('nonce', 'abcdefg')
    expect(vault.scrub('one abcdef, two abcdefgh; abcdefabcdefg end')).toBe(
      'one <code>, two <state>; <code><nonce> end',
    )
  })

  test('a value is known from six characters on, and by the kind that was told first', () => {
    const vault = createVault((kind) => `<${kind}>`)
    vault.learn('code', '12345')
    vault.learn('state', 'xyzxyz')
    vault.learn('nonce', 'xyzxyz')
    expect(vault.scrub('12345 xyzxyz')).toBe('12345 <state>')
    expect(vault.reveals('12345 3132333435')).toBe(false)
  })

  test('a text that is a known value from its first to its last character is replaced', () => {
    const vault = createVault((kind) => `<${kind}>`)
    vault.learn('code', 'abcdef')
    expect(vault.scrub('abcdef')).toBe('<code>')
    expect(vault.reveals('abcde')).toBe(false)
  })

  test.each([
    ['abc  def', 'it is <code> there'],
    ['abc\\r\\ndef', 'it is <code> there'],
    ['abc%0D%0Adef', 'it is <code> there'],
    ['a-bc d.ef', 'it is <code> there'],
    ['a b c d e f', '[text with <code> in it]'],
    ['abc         def', '[text with <code> in it]'],
  ])('a value that is folded is masked, and one that is hidden hides all: %s', (text, shown) => {
    const vault = createVault((kind) => `<${kind}>`)
    vault.learn('code', 'abcdef')
    expect(vault.scrub(`it is ${text} there`)).toBe(shown)
  })
})
