import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { contentIsStrictJson as rule } from './019-content-is-strict-json.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const expected = 'JSON in UTF-8 and nothing else'
const withBytes = (bytes: Uint8Array) => ({ ...sampleReading(), bytes })
const withText = (text: string) => withBytes(new TextEncoder().encode(text))

describe(rule.id, () => {
  it.each(['{}', ' {"navn":"Blåbær"}\r\n', '{"a":"\\ud800"}'])('conforms: %j', async (text) => {
    expect(await findingsOf(rule, withText(text))).toEqual([])
  })

  it.each([
    ['a byte order mark', '\ufeff{}', 'a byte order mark at the beginning'],
    ['a trailing comma', '{"a":1,}', 'text that is no JSON value, or something behind one'],
    ['a second value', '{"a":1}{}', 'text that is no JSON value, or something behind one'],
    ['single quotes', "{'a':1}", 'text that is no JSON value, or something behind one'],
    ['a comment', '{} // end', 'text that is no JSON value, or something behind one'],
    ['a NUL behind it', '{}\0', 'text that is no JSON value, or something behind one'],
    ['no content', '', 'no bytes at all'],
  ])('deviates: %s', async (_, text, actual) => {
    expect(await findingsOf(rule, withText(text))).toEqual([{ at: 'content', expected, actual }])
  })

  it.each([
    ['Latin-1', Buffer.from('{"navn":"Blåbær"}', 'latin1')],
    ['an overlong form', Uint8Array.of(0x22, 0xc0, 0x80, 0x22)],
    ['a surrogate', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ])('deviates: %s', async (_, bytes) => {
    expect(await findingsOf(rule, withBytes(bytes))).toEqual([
      { at: 'content', expected, actual: 'bytes that are not UTF-8' },
    ])
  })

  it.each([Uint8Array.of(0x22, 0xef, 0xbb, 0xb7, 0x22), Uint8Array.of(0xef, 0xbb)])(
    'tells the beginning of a byte order mark from one: %j',
    async (bytes) => {
      expect(await findingsOf(rule, withBytes(bytes))).not.toContainEqual(
        expect.objectContaining({ actual: 'a byte order mark at the beginning' }),
      )
    },
  )

  it('deviates: UTF-16', async () => {
    expect(await findingsOf(rule, withBytes(Buffer.from('{"a":1}', 'utf16le')))).toEqual([
      { at: 'content', expected, actual: 'text that is no JSON value, or something behind one' },
    ])
  })

  it('deviates: nested deeper, or of more members, than is read', async () => {
    const deep = `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`
    expect(await findingsOf(rule, withText(deep))).toEqual([
      { at: 'content', expected, actual: 'JSON with more than 64 levels' },
    ])
    expect(await findingsOf(rule, withText(deep.slice(5, -1)))).toEqual([])
    expect(await findingsOf(rule, withText(`{"a":[${'1,'.repeat(50_001)}1]}`))).toEqual([
      { at: 'content', expected, actual: 'JSON with more than 50000 members and items' },
    ])
  })

  it('deviates: longer than is read, whatever its beginning is', async () => {
    const reading = sampleReading()
    const response = { ...reading.exchange.response, isCut: true } as const
    const exchange = { ...reading.exchange, response }
    expect(await findingsOf(rule, { ...reading, exchange })).toEqual([
      {
        at: 'content',
        expected: 'no more than 1048576 bytes',
        actual: 'the content has more than 1 MiB',
      },
    ])
  })

  it.each(['[]', 'null', '"person"', '7'])('deviates: %s, which is no object', async (text) => {
    expect(await findingsOf(rule, withText(text))).toEqual([
      { at: 'content', expected: 'a JSON object', actual: 'another JSON value' },
    ])
  })
})
