import { describe, expect, test } from 'vitest'
import type { RuleHeader } from '../rules/rule.ts'
import { rulesPage } from './rules-page.ts'
import { sampleRegister } from './sample-register.fixture.ts'

const rules: readonly RuleHeader[] = [
  {
    id: 'KRR-HTTP-002',
    title: '405 carries <Allow>',
    level: 'MUST',
    basis: 'standard',
    since: 2,
    cites: ['RFC9110-029', 'PAGE-040', 'RFC7515-003'],
  },
]
const input = {
  rules,
  register: sampleRegister,
  provenBy: new Map([['KRR-HTTP-002', ['DEF-HTTP-NO-ALLOW', 'DEF-HTTP-EMPTY-ALLOW']]] as const),
}

describe('docs/rules.md', () => {
  const page = rulesPage(input)

  test('has a row for each rule: level, basis, version, sentences and defects', () => {
    expect(page).toContain(
      '| <a id="krr-http-002"></a>KRR-HTTP-002 | MUST | standard | 2 | 405 carries \\<Allow\\> | ' +
        '[RFC 9110](https://www.rfc-editor.org/rfc/rfc9110), 15.5.6: “The origin server MUST generate an Allow header ' +
        "field in a 405 response containing a list of the target resource's currently supported methods.”<br>" +
        '[Oppslag ved innlogget bruker](https://docs.digdir.no/docs/Kontaktregisteret/Brukerspesifikt-oppslag_rest.html), ' +
        'API-endepunkt: “\\| Http-metode: \\| GET \\|”<br>' +
        '[RFC 7515](https://www.rfc-editor.org/rfc/rfc7515), 4.1.6 | DEF-HTTP-NO-ALLOW<br>DEF-HTTP-EMPTY-ALLOW |',
    )
  })

  test('says of a rule without a defect that it has none', () => {
    expect(rulesPage({ ...input, provenBy: new Map() })).toContain(', 4.1.6 | none |')
  })

  test('has the register: counts, then each source with its sentences', () => {
    expect(page).toContain('3 sentences: 2 covered, 1 not tested.')
    expect(page).toContain('| needs PROD | 1 |')
    expect(page).toContain(
      '| PAGE-001 | Bruk av Oauth2 | “Returnerer adresse \\| for \\*digital\\* post til innbygger” | ' +
        '[KRR-SCOPE-004](#krr-scope-004), [KRR-SCOPE-005](#krr-scope-005)<br>*except:* what nobody has |',
    )
    expect(page).toContain(
      '| RFC9110-001 | 15.5.6 | *in our words:* what is not allowed is named |',
    )
    expect(page).toContain('| *needs PROD:* no login can be automated there |')
  })

  test('keeps every row in one line with the columns of its table, and ends with a line end', () => {
    const columns = (line: string) => line.replaceAll(/\\./g, '').split('|').length
    const tables = page.split('\n\n').filter((part) => part.startsWith('| '))
    for (const table of tables) {
      expect(new Set(table.trimEnd().split('\n').map(columns)).size).toBe(1)
    }
    expect(page.endsWith('|\n')).toBe(true)
  })

  test('is the same for the same rules', () => {
    expect(rulesPage(input)).toBe(page)
  })
})
