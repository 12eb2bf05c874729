import { describe, expect, test } from 'vitest'
import { parseJson } from '../exchange.ts'
import { sensitiveValues } from './learn.ts'
import { createMasker } from './masker.ts'
import { pseudonymsWith, randomKey } from './pseudonym.ts'
import { maskShapes } from './text.ts'
import { createVault } from './vault.ts'

const show = pseudonymsWith(randomKey())
const megabyteOf = (part: string): string => part.repeat(Math.ceil(1_000_000 / part.length))

/** Each took minutes or hours where a search began again at every place; no machine is slower by that much. */
const withinMs = 20_000

describe('the work of masking grows with the text and no faster', () => {
  test.each([
    ['headers of tokens behind hyphens', megabyteOf('-eyJ')],
    ['headers of tokens and dots', megabyteOf('.eyJ-eyJabcdefghi')],
    ['headers of certificates', megabyteOf('-----BEGIN CERTIFICATE-----')],
    ['a local part', `${megabyteOf('a')}@`],
    ['signs of addresses', megabyteOf('%40a')],
    ['an address without an end', `a@${megabyteOf('a-')}`],
    ['members without a value', megabyteOf('"name":\'')],
    ['a value without an end', `"name":"${megabyteOf('\\\\')}`],
    ['parameters', megabyteOf('&code=')],
    ['digits in groups', megabyteOf('058185 ')],
    ['base64 that is too short', megabyteOf(`${'A'.repeat(119)} `)],
  ])('%s', { timeout: withinMs }, (_, text) => {
    expect(maskShapes(text, show).length).toBeGreaterThan(0)
  })

  const masked = (text: string): string => {
    const masker = createMasker(show, false)
    masker.vault.learn('pid', '20914695016')
    masker.vault.learn('epostadresse', 'kari@example.no')
    return masker.text(text)
  }

  test.each([
    ...['%32', '\\\\u0032', '&amp;', '=32', '<b', '32 ', '\u200b', 'MjA5', '99 99 ', 'fornavn: '],
    Buffer.from('A'.repeat(90)).toString('base64'),
  ])('%j a million times over, known values or not', { timeout: 4 * withinMs }, (part) => {
    expect(masked(megabyteOf(part)).length).toBeGreaterThan(0)
  })

  // A quadratic search would take minutes for so much, too.
  test.each([
    ...[
      '%25',
      '%2532',
      '\\',
      '\\\\u',
      '&#',
      '&#x32;',
      '= 3',
      '<b>',
      '<',
      '0x32,',
      '3 ',
      'a ',
      '\n ',
    ],
    ...['\0', '\uff12', '\u0336', '\ud800', '\u0130', 'a\u0301', 'MjA5MTQ2OTUwMTY= ', 'GI4DSMJU'],
    ...['3230', 'aZ0', '01', 'fornavn=', '<fornavn>', 'a@', '@a.', '@ ', '209146 ', '0123456789/'],
  ])('%j over and over', { timeout: withinMs }, (part) => {
    expect(masked(megabyteOf(part).slice(0, 200_000)).length).toBeGreaterThan(0)
  })

  test('a text in which known values nearly stand at each place', { timeout: withinMs }, () => {
    const vault = createVault(show)
    for (let length = 1; length < 2_000; length += 1)
      vault.learn('name', `${'a'.repeat(4_000)}${length}`)
    const text = megabyteOf(`${'a'.repeat(3_999)} `)
    expect(vault.scrub(text)).toMatch(/it is too much to be searched for secrets/)
    expect(vault.reveals(text)).toBe(true)
  })

  test('a person of 10 000 members, and one who teaches as many values', {
    timeout: withinMs,
  }, () => {
    const masker = createMasker(show, false)
    const members = Array.from({ length: 10_000 }, (_, at) => `"m${at}":"text ${at}"`)
    const person = parseJson(`{${members.join()}}`)
    expect(Object.keys(masker.json(person, 'person') as object)).toHaveLength(10_000)
    const names = Array.from({ length: 10_000 }, (_, at) => `{"name":"somebody ${at}"}`)
    expect(sensitiveValues(parseJson(`[${names.join()}]`))).toHaveLength(500)
  })
})
