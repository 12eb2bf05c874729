import { describe, expect, test } from 'vitest'
import { refusedDocuments } from './refused-documents.ts'

const certificate = Buffer.from('a certificate, as far as this test goes').toString('base64')
const person = {
  spraak: 'nb',
  reservasjon: 'NEI',
  varslingsstatus: 'KAN_VARSLES',
  kontaktinformasjon: { epostadresse: 'conformance@example.com' },
  digital_post: { postkasseleverandoeradresse: '984661185' },
  sertifikat: certificate,
}
const sentFor = (own: object): readonly string[] =>
  refusedDocuments.map(({ document }) =>
    typeof document === 'function' ? document(own as never) : document,
  )

/** A target may put any value in the place of any member; an empty text stands in Digdir's own test data. */
describe.each(Object.keys(person))('with another value as %s', (name) => {
  test.each(['', 'x', '====', '\ud800', '.'.repeat(200_000)])(
    '%#: each document is made, and is short',
    (value) => {
      for (const document of sentFor({ ...person, [name]: value }))
        expect(document.length).toBeLessThan(40_000)
    },
  )

  test.each([[null], [7], [[]], [{}], [[{}]]])('%j: each document is made', (value) => {
    expect(sentFor({ ...person, [name]: value })).toHaveLength(refusedDocuments.length)
  })
})

test.each([certificate, '', 'AA=='])('another certificate than "%s" is sent', (sertifikat) => {
  const sent = sentFor({ ...person, sertifikat }).flatMap((document) => {
    const [, own] = /"sertifikat":"([^"]*)"/.exec(document) ?? []
    return own === undefined ? [] : [own]
  })
  expect(sent.length).toBeGreaterThan(0)
  for (const own of sent) {
    expect(own).not.toBe(sertifikat)
    expect(own).not.toBe('')
  }
})
