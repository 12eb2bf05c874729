import { describe, expect, test } from 'vitest'
import { canarySearch } from './canary-search.ts'

const pid = '05818510073'
const mail = 'main+æ@example.com'
const token = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(`{"pid":"${pid}","x":"${'y'.repeat(60)}"}`).toString('base64url')}.${'c2ln'.repeat(20)}`
const search = canarySearch(
  new Map([
    [pid, 'pid'],
    [mail, 'mail'],
    [token, 'token'],
  ]),
)

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A search that finds nothing would make every other test of secrecy pass. */
describe('the search for canaries', () => {
  test.each([
    ['plain', `<td>${pid}</td>`, 'pid'],
    ['upper-cased', mail.toUpperCase(), 'mail'],
    ['URL-encoded', encodeURIComponent(mail), 'mail'],
    ['escaped for JSON', 'main+\\u00e6\\u0040example.com', 'mail'],
    ['escaped for XML', 'main&#43;&#xe6;&#64;example.com', 'mail'],
    ['in base64', base64(pid), 'pid'],
    ['in base64, one byte in', base64(`"${pid}"`), 'pid'],
    ['in base64, two bytes in', base64(`x"${pid}"`), 'pid'],
    ['in base64url', Buffer.from(`<${mail}>`).toString('base64url'), 'mail'],
    ['in hex', Buffer.from(pid).toString('hex'), 'pid'],
    ['folded over lines', '058185\r\n  10073', 'pid'],
    ['folded by escapes', '058185\\n10073', 'pid'],
    ['divided by markup', '058185<wbr>10073', 'pid'],
    ['within a JWT', `eyJhbGciOiJub25lIn0.${base64(`{"sub":"${pid}"}`)}.`, 'pid'],
    ['reversed', [...pid].reverse().join(''), 'pid'],
    ['in base64 twice', base64(base64(pid)), 'pid'],
    ['in base32', 'GA2TQMJYGUYTAMBXGM', 'pid'],
    ['URL-encoded twice', encodeURIComponent(encodeURIComponent('main+æ@example.com')), 'mail'],
    ['in full width', '０５８１８５１００７３', 'pid'],
    ['with zero widths', [...pid].join('\u200b'), 'pid'],
    ['spaced out', [...mail].join(' / '), 'mail'],
    ['cut off', token.slice(0, 60), 'token'],
    ['without its beginning', token.slice(-40), 'token'],
  ])('finds a value %s', (_, text, what) => {
    expect(search(`before ${text} after`).map((sighting) => sighting.split(',')[0])).toContain(what)
  })

  test.each(['', 'c2ln'])(
    'takes a long value whose last part is "%s", and finds the rest',
    (end) => {
      const own = canarySearch(
        new Map([[`${token.split('.').slice(0, 2).join('.')}.${end}`, 'token']]),
      )
      expect(own(`a ${token.split('.')[1]} b`)).not.toEqual([])
      expect(own('a c2ln b')).toEqual([])
    },
  )

  test.each([
    ['plain', (text: string) => text],
    ['in base64', base64],
    ['in hex', (text: string) => Buffer.from(text).toString('hex')],
    ['reversed', (text: string) => [...text].reverse().join('')],
  ])('finds a value of megabytes %s, and keeps no copies of it', (_, written) => {
    const long = Array.from({ length: 200_000 }, (__, at) => `m${at},`).join('')
    const before = process.memoryUsage()
    const own = canarySearch(new Map([[long, 'token']]))
    const after = process.memoryUsage()
    expect(after.external - before.external).toBeLessThan(long.length)
    expect(own(`a ${written(long)} b`)).not.toEqual([])
    expect(own(`a ${written(long.slice(10_000, 20_000))} b`)).toEqual([])
  })

  test('takes a value that holds half a surrogate pair', () => {
    const own = canarySearch(new Map([['half of one \ud800 in it', 'token']]))
    expect(own(`a ${'half of one \ud800 in it'} b`)).not.toEqual([])
  })

  test('finds nothing in a text without one', () => {
    expect(search('[pid, 11 characters, #a1b2c3d4] eyJhbGciOiJSUzI1NiJ9 example.com')).toEqual([])
  })
})
