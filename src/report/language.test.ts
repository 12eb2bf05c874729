import { expect, test } from 'vitest'
import { citationsOf } from '../rules/citations.ts'
import { rules } from '../rules/index.ts'
import { isNorwegian } from './language.ts'

const quotes = rules
  .flatMap((rule) => citationsOf(rule))
  .flatMap(({ url, quote }) => (quote === undefined ? [] : [{ url, quote }]))

test('no quotation of a standard counts as Norwegian', () => {
  const standards = quotes.filter(({ url }) => /rfc-editor|openid\.net|OWASP|openapis/.test(url))
  expect(standards.length).toBeGreaterThan(50)
  expect(standards.filter(({ quote }) => isNorwegian(quote)).map(({ quote }) => quote)).toEqual([])
})

test('the sentences of the pages on KRR count as Norwegian, names and values do not', () => {
  const sentences = quotes
    .filter(({ url }) => /Kontaktregisteret|begrep/.test(url))
    .map(({ quote }) => quote)
  expect(sentences.length).toBeGreaterThan(20)
  expect(sentences.filter((quote) => !isNorwegian(quote)).sort()).toEqual(
    [
      '"kontaktinformasjon":',
      'JA, NEI',
      '"epostadresse_oppdatert" : "2018-06-29T10:14:52+02"',
      '"^\\\\+?[- _0-9]+$"',
      'X509Certificate',
      '| Http-metode: | GET |',
      'PATCH /rest/v1/person',
      'Bearer \\<utstedt access_token\\>',
    ].sort(),
  )
})
