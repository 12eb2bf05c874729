import { describe, expect, it } from 'vitest'
import { readPersonidentifikator } from './personidentifikator.ts'

describe('readPersonidentifikator', () => {
  it.each(['20914695016', '22885399316', '28876895937', '20828897528', '15819010029'])(
    'reads %s, a synthetic number in public use',
    (text) => {
      expect(readPersonidentifikator(text)).toEqual({
        kind: 'fødselsnummer',
        monthOffset: 80,
        controlDigits: 'ordinary',
      })
    },
  )

  it.each([
    ['23079421936', 'fødselsnummer', 0],
    ['15219010130', 'fødselsnummer', 20],
    ['15419010046', 'fødselsnummer', 40],
    ['15669010092', 'fødselsnummer', 65],
    ['29829210078', 'fødselsnummer', 80],
    ['01819000049', 'fødselsnummer', 80],
    ['15929000185', 'fødselsnummer', 80],
    ['15129000039', 'fødselsnummer', 0],
    ['15329000025', 'fødselsnummer', 20],
    ['41819000032', 'D-number', 80],
    ['55819010012', 'D-number', 80],
    ['71819010018', 'D-number', 80],
  ])('reads %s as a %s whose month is moved by %i', (text, kind, monthOffset) => {
    expect(readPersonidentifikator(text)).toEqual({ kind, monthOffset, controlDigits: 'ordinary' })
  })

  it.each(['15819010037', '15819010045', '15819010053'])(
    'reads %s, whose first control digit is of the 2032 kind',
    (text) => {
      expect(readPersonidentifikator(text)?.controlDigits).toBe('2032')
    },
  )

  it.each([
    ['15819010061', 'a first control digit that is 4 too high'],
    ['15819010028', 'a second control digit that is 1 too low'],
    ['12345678901', 'control digits that belong to no number'],
    ['15939010057', 'month 93'],
    ['15809000076', 'month 80'],
    ['15209000188', 'month 20'],
    ['15339000015', 'month 33'],
    ['40819000184', 'day 40'],
    ['30829010085', '30 February'],
    ['29829110057', '29 February of a common year'],
    ['00819010072', 'day 0'],
    ['72819010057', 'day 72'],
    ['31849010185', '31 April'],
    ['1581901002', 'ten digits'],
    ['158190100290', 'twelve digits'],
    ['158190 10029', 'a space'],
    ['１5819010029', 'a digit that is not ASCII'],
    ['00000000000', 'no date at all'],
    ['', 'nothing'],
  ])('refuses %j: %s', (text) => {
    expect(readPersonidentifikator(text)).toBeUndefined()
  })
})
