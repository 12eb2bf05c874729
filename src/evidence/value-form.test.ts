import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueForm } from './value-form.ts'

describe('valueForm', () => {
  test.each([
    ['20914695016', 'digits'],
    ['+4799999999', '+ and digits'],
    ['2018-06-29T10:14:52+02', 'yyyy-mm-ddThh:mm:ss±hh'],
    ['2018-06-29T10:14:52-0230', 'yyyy-mm-ddThh:mm:ss±hhmm'],
    ['2018-06-29T10:14:52.1+02:00', 'yyyy-mm-ddThh:mm:ss.fff±hh:mm'],
    ['2023-08-05T10:45:15.768123Z', 'yyyy-mm-ddThh:mm:ss.ffffffZ'],
    ['2023-08-05T10:45', 'yyyy-mm-ddThh:mm'],
    ['2023-08-05', 'yyyy-mm-dd'],
    ['fc37583a-587f-4090-b09d-b3f132283575', 'UUID'],
    ['noen@example.com', 'address'],
    ['ola.nordmann#6E3M', 'name#code'],
    ['eyJhbGciOiJSUzI1NiJ9.e30.c2ln', 'JWT'],
    ['-----BEGIN CERTIFICATE-----\nMIIB', 'PEM'],
    [`MIIB${'A1'.repeat(40)}==`, 'base64'],
    ['https://example.com/a', 'URL'],
    ['KAN_VARSLES', 'upper case'],
    ['nb', 'lower case'],
    ['Ola Nordmann', undefined],
    ['', undefined],
  ])('%s is written as %s', (text, form) => {
    expect(valueForm(text)).toBe(form)
  })

  test('a form tells nothing but itself, and has no comma that would end it in a mask', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const form = valueForm(text)
        return form === undefined || /^[^,\]]+$/.test(form)
      }),
    )
  })
})
