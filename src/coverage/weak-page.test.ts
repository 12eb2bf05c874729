import { describe, expect, test } from 'vitest'
import type { RuleHeader, RuleId } from '../rules/rule.ts'
import { sampleRegister } from './sample-register.fixture.ts'
import { weakPage } from './weak-page.ts'

const rule = (id: RuleId, further: Partial<RuleHeader> = {}): RuleHeader => ({
  id,
  title: `title of ${id}`,
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC9110-029'],
  ...further,
})

describe('docs/weak.md', () => {
  const page = weakPage({
    rules: [
      rule('KRR-HTTP-001'),
      rule('KRR-HTTP-002'),
      rule('KRR-HTTP-003', { level: 'SHOULD' }),
      rule('KRR-ERR-001', { basis: 'assumed' }),
    ],
    defects: [
      { id: 'DEF-A', proves: ['KRR-HTTP-001'] },
      { id: 'DEF-B', proves: ['KRR-HTTP-001', 'KRR-HTTP-002'] },
      { id: 'DEF-C', proves: ['KRR-HTTP-002', 'KRR-HTTP-001', 'KRR-HTTP-003'] },
    ],
    register: sampleRegister,
  })
  const sectionOf = (title: string) => page.split('\n## ').find((own) => own.startsWith(title))

  test('lists rules that no defect proves, and those that one proves', () => {
    expect(sectionOf('Rules that no defect proves: 1')).toContain('KRR-ERR-001')
    const once = sectionOf('Rules that one defect proves: 1 of 4')
    expect(once).toContain(
      '| [KRR-HTTP-003](rules.md#krr-http-003) | SHOULD | title of KRR-HTTP-003 | DEF-C |',
    )
    expect(once).not.toContain('KRR-HTTP-001](')
  })

  test('lists MUST rules that never trip alone, with the fewest that trip with them', () => {
    const never = sectionOf('MUST rules that never trip alone: 2 of 3')
    expect(never).toContain('title of KRR-HTTP-002 | KRR-HTTP-001 |')
    expect(never).not.toContain('[KRR-HTTP-001](')
  })

  test('lists MUST rules without a source of their own, and counts what no rule judges', () => {
    expect(sectionOf('MUST rules that no source states directly: 1 of 3')).toContain('KRR-ERR-001')
    expect(page).toContain('| needs PROD | 1 |')
  })
})
