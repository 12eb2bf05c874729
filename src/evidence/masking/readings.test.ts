import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createMasker } from './masker.ts'
import { pseudonymsWith, randomKey } from './pseudonym.ts'

const known = {
  pid: '05818510073',
  mail: 'kari+æ@example.no',
  token: 'x7Gh-2_kQ.p9~Zt4Lw',
} as const
/** Of somebody whom the run has not met. */
const unknown = { pid: '20914695016', mail: 'ola.n@example.no' } as const

const masker = createMasker(pseudonymsWith(randomKey()), false)
masker.vault.learn('pid', known.pid)
masker.vault.learn('epostadresse', known.mail)
masker.vault.learn('access token', known.token)

const each = (text: string, write: (code: number, one: string) => string): string =>
  [...text].map((one) => write(one.codePointAt(0) ?? 0, one)).join('')
const hexOf = (code: number, length = 2): string => code.toString(16).padStart(length, '0')
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const base32 = (text: string, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'): string => {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

const writings: Readonly<Record<string, (text: string) => string>> = {
  'URL, all of it': (text) => [...Buffer.from(text)].map((byte) => `%${hexOf(byte)}`).join(''),
  'URL twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'URL five times': (text) =>
    [...Buffer.from(text)].map((byte) => `%25252525${hexOf(byte)}`).join(''),
  '%u of old': (text) => each(text, (code) => `%u${hexOf(code, 4)}`),
  'JSON escapes': (text) => each(text, (code) => `\\u${hexOf(code, 4)}`),
  'JSON escapes twice': (text) => each(text, (code) => `\\\\\\u${hexOf(code, 4)}`),
  'braces of ECMAScript': (text) => each(text, (code) => `\\u{${hexOf(code)}}`),
  'hexadecimal escapes': (text) =>
    [...Buffer.from(text, 'latin1')].map((b) => `\\x${hexOf(b)}`).join(''),
  'CSS escapes': (text) => each(text, (code) => `\\${hexOf(code, 6)} `),
  'octal escapes': (text) => (isAscii(text) ? each(text, (code) => `\\${code.toString(8)}`) : text),
  'decimal references': (text) => each(text, (code) => `&#${code};`),
  'decimal references without an end': (text) => each(text, (code) => `&#0${code}`),
  'hexadecimal references': (text) => each(text, (code) => `&#x${hexOf(code)};`),
  'references within references': (text) => each(text, (code) => `&amp;amp;#${code};`),
  'the sign of an address as an entity': (text) =>
    text.replace('@', '&commat;').replace('.', '&period;'),
  'quoted-printable': (text) =>
    [...Buffer.from(text)].map((b) => `=${hexOf(b).toUpperCase()}`).join(''),
  'full width': (text) =>
    each(text, (code, one) =>
      code > 32 && code < 127 ? String.fromCodePoint(code + 0xfee0) : one,
    ),
  'letters of mathematics': (text) =>
    each(text, (code, one) =>
      code >= 48 && code < 58 ? String.fromCodePoint(0x1d7ce + code - 48) : one,
    ),
  'digits of Arabic': (text) =>
    each(text, (code, one) =>
      code >= 48 && code < 58 ? String.fromCodePoint(0x660 + code - 48) : one,
    ),
  'circled digits': (text) =>
    each(text, (code, one) =>
      code > 48 && code < 58 ? String.fromCodePoint(0x2460 + code - 49) : one,
    ),
  'negative circled digits': (text) =>
    each(text, (code, one) =>
      code > 48 && code < 58 ? String.fromCodePoint(0x2776 + code - 49) : one,
    ),
  'letters of Cyrillic': (text) =>
    text.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('x', 'х'),
  'zero width': (text) => [...text].join('\u200b'),
  'joiners of all kinds': (text) => [...text].join('\u2060\u00ad\ufeff'),
  'marks upon it': (text) => [...text].join('\u0336'),
  'keys of a keypad': (text) =>
    each(text, (_, one) => (/\d/.test(one) ? `${one}\ufe0f\u20e3` : one)),
  NUL: (text) => [...text].join('\0'),
  'control characters': (text) => [...text].join('\u001b\u0007'),
  'tags of Unicode': (text) => each(text, (code) => String.fromCodePoint(0xe0000 + code)),
  'fillers of Hangul': (text) => [...text].join('\u3164'),
  'blanks of Braille': (text) => [...text].join('\u2800'),
  'sections of XML': (text) => `<![CDATA[${text.slice(0, 5)}]]><![CDATA[${text.slice(5)}]]>`,
  'entities of white space': (text) => [...text].join('&shy;&zwnj;'),
  'words of MIME': (text) => `=?UTF-8?B?${base64(text)}?=`,
  'base64 of UTF-32': (text) =>
    base64(Buffer.from(`${utf16([...text].join('\0')).toString('latin1')}\0\0`, 'latin1')),
  'base64 of a bare deflation': (text) => base64(deflateRawSync(text)),
  'a JSON text in a JSON text': (text) =>
    JSON.stringify(JSON.stringify({ x: JSON.stringify(text) })),
  'bidirectional controls': (text) => `\u202e${[...text].join('\u2066')}\u202c`,
  'markup within': (text) => [...text].join('<wbr>'),
  'comments within': (text) => [...text].join('<!-- -->'),
  'markup of references': (text) => [...text].join('&lt;b&gt;'),
  'hyphens within': (text) => [...text].join('-'),
  'white space within': (text) => [...text].join(' '),
  'white space of all kinds': (text) => [...text].join('\u00a0\u2003'),
  'folded lines': (text) => text.replace(/(.{4})/g, '$1\\r\\n '),
  base64,
  'base64 twice': (text) => base64(base64(text)),
  'base64 five times': (text) => base64(base64(base64(base64(base64(text))))),
  'base64 behind letters': (text) => `abc${base64(text)}`,
  'base64 one byte in': (text) => base64(`"${text}"`),
  'base64 two bytes in': (text) => base64(`""${text}""`),
  'base64 in a URL': (text) => encodeURIComponent(encodeURIComponent(base64(text))),
  'base64 of JSON escapes': (text) => base64(each(text, (code) => `\\u${hexOf(code, 4)}`)),
  'base64 of UTF-16': (text) => base64(utf16(text)),
  'base64 of gzip': (text) => base64(gzipSync(text)),
  'base64 of zlib': (text) => base64(deflateSync(text)),
  'base64 twice, folded': (text) => base64(base64(text)).replace(/(.{5})/g, '$1\n'),
  base32,
  'base32 in lower case': (text) => base32(text).toLowerCase(),
  base32hex: (text) => base32(text, '0123456789ABCDEFGHIJKLMNOPQRSTUV'),
  'base32 behind letters': (text) => `abc${base32(text)}`,
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'hexadecimal in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'hexadecimal of base64': (text) => Buffer.from(base64(text)).toString('hex'),
  'hexadecimal with colons': (text) => [...Buffer.from(text)].map((b) => hexOf(b)).join(':'),
  'numbers of C': (text) => [...Buffer.from(text)].map((b) => `0x${hexOf(b)}`).join(', '),
  'a list of decimal numbers': (text) => JSON.stringify([...Buffer.from(text)]),
  'a list, indented': (text) => JSON.stringify([...Buffer.from(text)], null, 2),
  'binary numbers': (text) =>
    [...Buffer.from(text)].map((b) => b.toString(2).padStart(8, '0')).join(' '),
  'capitals with a dot on the I before': (text) => `${'\u0130'.repeat(40)}${text}${'.'.repeat(40)}`,
}

const plainForms = (text: string): readonly string[] => {
  const bare = (one: string) => one.normalize('NFKC').replace(/[^a-z\d]/gi, '')
  return [text, bare(text)].filter((form) => form.length > 7)
}

describe.each(Object.entries(writings))('in %s', (_, write) => {
  test.each([
    ['a known number', known.pid],
    ['a known address', known.mail],
    ['a known token', known.token],
    ["somebody's number", unknown.pid],
    ["somebody's address", unknown.mail],
  ])('%s is masked where it stands, and nothing else', (_what, value) => {
    const written = write(value)
    const text = `Dette er teksten: "${written}" og resten av den.`
    const shown = masker.text(text)
    expect(shown).not.toContain(written)
    for (const form of plainForms(value))
      for (const seen of [shown, shown.replace(/[^a-z\d]/gi, '')]) expect(seen).not.toContain(form)
    // Of a text in which something known was hidden nothing is shown.
    expect(shown).toMatch(/^Dette er teksten: .*og resten av den\.$|^\[text with .* in it\]$/s)
    expect(shown).toMatch(/\[[^\]]+ characters, #[\da-f]{8}\]/)
  })
})

describe('further spellings', () => {
  test.each([
    ...[
      '209146/95016',
      '209146_95016',
      '209146\u00a095016',
      '20.91.46.95016',
      '2-0-9-1-4-6-9-5-0-1-6',
    ],
    ...[
      '20 91 46 950 16',
      'fnr:209146 95016',
      'mobil 99 99 99 99',
      'ring 99999999!',
      'tlf. 999 99 999',
    ],
    ...['post til kari.nordmann#1AB2.', 'on.elpmaxe@irak'],
    ...['fornavn: Kari', 'etternavn=Nordmann', '<fornavn>Kari</fornavn>', 'adresse="Veien 1"'],
    ...[
      'ns:<x:etternavn id="1">Nordmann</x:etternavn>',
      "'fornavn' : Kari",
      '{fornavn: Kari, a: 1}',
    ],
  ])('%s', (text) => {
    expect(masker.text(text)).not.toMatch(
      /95016|950 ?1 ?6|5-0-1-6|9999|99 99|Kari|Nordmann|nordmann|irak|Veien/,
    )
  })

  test.each([
    '\u00b7',
    '\u2026',
    '\u2022',
    '\u2013',
    '\u2212',
    '&thinsp;',
    '|',
    '</b><b>',
    '\u1680',
  ])('of a known address and number divided by %j nothing is left', (mark) => {
    for (const value of [known.pid, known.mail]) {
      const shown = masker.text(`x ${[...value].join(mark)} y`)
      expect(shown).toMatch(/\[\w+ as [^\]]*\]/)
      expect(shown.replace(/\[\w+ as [^\]]*\]/g, '')).not.toMatch(/\d|k.{1,8}a.{1,8}r/)
    }
  })

  test('a known number is masked in other radices and as a float', () => {
    const number = Number(known.pid)
    const written = [2, 8, 16, 36].map((radix) => number.toString(radix))
    for (const text of [...written, number.toExponential(), number.toLocaleString('en')])
      expect(masker.text(`is ${text}.`)).toMatch(/^is \[pid as digits, 11 characters, #\w+\]/)
  })

  test('digits of a known number are found whatever stands between them', () => {
    const apart = JSON.stringify({
      a: known.pid.slice(0, 4),
      b: known.pid.slice(4, 7),
      c: known.pid.slice(7),
    })
    expect(masker.text(apart)).not.toContain(known.pid.slice(7))
    expect(masker.text([...known.pid].join(' x '))).toMatch(
      /^\[pid as digits, 11 characters, #\w+\]$/,
    )
  })

  test('what looks like neither stays', () => {
    for (const text of [
      '2026-11-30T10:05:52.123+02:00 2026-11-30 10:05:52,123 +0200',
      'http://127.0.0.1:40123/person and https://krr.example:8443/rest/v1',
      'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'max-age=31536000; includeSubDomains',
      'Content-Length: 1048576',
      '{"expires_in":7200,"iat":1763812801}',
      'id 0af41c2b-7d3e-4b61-9f00-a05818510014',
      'språk: bokmål – nynorsk “samisk” …',
      'a \\"quoted\\" text',
      'org 991825827',
      'the status code: 400, the state: none, token: refused',
      'KAN_IKKE_VARSLES application/json; charset=utf-8',
      'krr:user/kontaktinformasjon.read',
    ])
      expect(masker.text(text)).toBe(text)
  })
})
