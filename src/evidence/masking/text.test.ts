import { describe, expect, test } from 'vitest'
import { pseudonymsWith, randomKey } from './pseudonym.ts'
import { maskShapes } from './text.ts'

const masked = (text: string) => maskShapes(text, pseudonymsWith(randomKey()))

describe('maskShapes', () => {
  test.each([
    [
      'a code in an address',
      'Redirecting to http://localhost/callback?code=a-code&state=s.',
      'a-code',
    ],
    ['a code in an address in HTML', '<a href="/callback?x=1&amp;code=a-code">', 'a-code'],
    ['a token in a document cut short', '{"access_token": "a-token", "expi', 'a-token'],
    ['an escaped quote in a member', '{"name":"Kari \\"K\\" Nordmann",', 'Nordmann'],
    ['an e-mail address', 'sent to kari@example.com', 'kari@example.com'],
    ['an identity number', 'for 058185 10073', '10073'],
    ['a mobile number', 'call +4799999999', '99999999'],
    ['an identity number beside letters', 'pid=a05818510073b', '05818510073'],
  ])('%s is masked', (_, text, secret) => {
    expect(text).toContain(secret)
    expect(masked(text)).not.toContain(secret)
  })

  test.each([
    'the status code=400 is documented; scope=openid',
    'https://example.com/docs?section=4&version=2',
    '"status": "AKTIV"',
    '"correlation_id": "0af41c2b-7d3e-4b61-9f00-a05818510014"',
    'id 00479999-9999-4111-8111-00479999999f',
  ])('%s stays as it is', (text) => {
    expect(masked(text)).toBe(text)
  })

  test.each([
    ['code=a-code&x=1', 'code=<code: a-code>&x=1'],
    ['/cb?CODE=abc#state=def', '/cb?CODE=<code: abc>#state=<state: def>'],
    ["{'Name' : 'Kari'}", "{'Name' : '<name: Kari>'}"],
    ['"state":"s1","other":"o1"', '"state":"<state: s1>","other":"o1"'],
    ['is 058185-10073.', 'is <pid: 05818510073>.'],
    ['is 058185 10073', 'is <pid: 05818510073>'],
    ['is 05818510073', 'is <pid: 05818510073>'],
    ['058185100731, 1058185100', '058185100731, 1058185100'],
    ['1058185 10073', '1058185 10073'],
    ['tel:%2B4799999999', 'tel:<mobiltelefonnummer: %2B4799999999>'],
    ['+12345678', '<mobiltelefonnummer: +12345678>'],
    ['004799999999x', '<mobiltelefonnummer: 004799999999>x'],
    ['+1234567, +123456789012345', '+1234567, +123456789012345'],
    ['#0012345678, 10012345678901', '#0012345678, 10012345678901'],
    ['to k.n+1%40mail.example.org,', 'to <epostadresse: k.n+1%40mail.example.org>,'],
    ['kari@localhost', 'kari@localhost'],
    ['id=a@b', 'id=a@b'],
  ])('of %j what is shown is %j', (text, shown) => {
    expect(maskShapes(text, (kind, value) => `<${kind}: ${value}>`)).toBe(shown)
  })

  test('a token, a key and a long value are told by what they are', () => {
    const show = (text: string) => maskShapes(text, (kind, { length }) => `<${kind}: ${length}>`)
    const signed = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.${'A'.repeat(20)}`
    expect(show(`Bearer ${signed}.`)).toBe(`Bearer <token: ${signed.length}>.`)
    expect(show('eyJhbGciOiJub25lIn0.')).toBe('<string: 20>')
    expect(show('eyJhbGciOiJub25lIn0.eyJh')).toBe('<string: 24>')
    expect(show('eyJhbGci.eyJh xeyJhbGciOiJub25lIn0.a')).toBe(
      'eyJhbGci.eyJh xeyJhbGciOiJub25lIn0.a',
    )
    const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIB\n+/==\n-----END RSA PRIVATE KEY-----'
    expect(show(`a ${pem} b ${pem}`)).toBe(
      `a <sertifikat: ${pem.length}> b <sertifikat: ${pem.length}>`,
    )
    for (const end of ['', '=', '==']) {
      const block = `${'aA0+/_-'.repeat(18).slice(0, 120)}${end}`
      expect(show(`(${block})`)).toBe(`(<string: ${block.length}>)`)
    }
    expect(show(`(${'a'.repeat(119)})`)).toBe(`(${'a'.repeat(119)})`)
  })
})
