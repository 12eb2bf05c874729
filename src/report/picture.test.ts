import { describe, expect, test } from 'vitest'
import type { PictureCell } from './model.ts'
import { pictureOf, signingExpiries } from './picture.ts'
import { sampleReport } from './sample-report.fixture.ts'

const cell = (
  scopes: readonly string[],
  representation: PictureCell['representation'],
  exchange = 'x-001',
): PictureCell => ({ scopes, representation, exchange, status: 200, members: [], unknown: 0 })

describe('the picture', () => {
  test('is in the order of the combinations, JSON first, each asked for once', () => {
    const shuffled = [
      cell(['kontaktinformasjon', 'digitalpost', 'spraak'], 'application/json'),
      cell(['digitalpost'], 'application/jose'),
      cell(['digitalpost'], 'application/json', 'x-002'),
      cell(['digitalpost'], 'application/json', 'x-003'),
      cell([], 'application/json'),
      cell(['kontaktinformasjon'], 'application/json'),
    ]
    expect(
      pictureOf(shuffled).map((own) => `${own.scopes.join('+')} ${own.representation.slice(12)}`),
    ).toEqual([
      ' json',
      'kontaktinformasjon json',
      'digitalpost json',
      'digitalpost jose',
      'kontaktinformasjon+digitalpost+spraak json',
    ])
    expect(pictureOf(shuffled)[2]?.exchange).toBe('x-002')
  })

  test('a certificate that signed many answers ends once, on a day that can be sorted', () => {
    const { exchanges } = sampleReport('conformant')
    expect(signingExpiries([...exchanges, ...exchanges])).toEqual([
      {
        what: 'signing certificate',
        of: 'CN=krr, serialNumber=991825827',
        at: '2027-11-01T00:00:00.000Z',
      },
    ])
  })
})
