import { describe, expect, test } from 'vitest'
import { coverageLines } from './coverage-text.ts'
import { readRegister } from './register.ts'
import { sampleRegister } from './sample-register.fixture.ts'

describe('the register on a terminal', () => {
  test('begins with the counts, then says of each sentence what judges it, or why nothing does', () => {
    const lines = coverageLines(sampleRegister, ['KRR-SCOPE-004', 'KRR-HTTP-002', 'KRR-TLS-001'])
    expect(lines).toEqual([
      '3 sentences: 2 covered, 1 not tested',
      '     0  not observable from outside',
      '     1  needs PROD',
      '     0  ambiguous',
      '     0  out of scope',
      '2 of 3 rules are named by a sentence',
      '  without one: KRR-TLS-001',
      '',
      'Oppslag ved innlogget bruker (2 sentences: 1 covered, 1 not tested)',
      '  PAGE-001  Bruk av Oauth2',
      '    "Returnerer adresse | for *digital* post til innbygger"',
      '    + KRR-SCOPE-004, KRR-SCOPE-005; except: what nobody has',
      '  PAGE-002  API-endepunkt',
      `    "https://kontaktregisteret.no/${'rest/'.repeat(13)}r`,
      `    est/${'rest/'.repeat(16)}"`,
      '    - needs PROD: no login can be automated there',
      '',
      'RFC 9110 (1 sentence: 1 covered, 0 not tested)',
      '  RFC9110-001  15.5.6',
      '    (in our words) what is not allowed is named',
      '    + KRR-HTTP-002',
    ])
  })

  test('fits 100 columns, long addresses included', () => {
    const lines = [...coverageLines(readRegister(), []), ...coverageLines(sampleRegister, [])]
    expect(lines.filter((line) => line.length > 100)).toEqual([])
  })
})
