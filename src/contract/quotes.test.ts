import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { register } from '../coverage/register.ts'
import { rules } from '../rules/index.ts'
import type { Citation, RuleHeader } from '../rules/rule.ts'
import { projectFolder } from './project-folder.ts'
import { sectionOf } from './quotation-page.ts'

const pages = join(projectFolder(), 'specs', 'pages')
const headers: readonly RuleHeader[] = rules
const citations: readonly (readonly [rule: string, Citation])[] = headers.flatMap((rule) =>
  rule.citations.map((citation) => [rule.id, citation] as const),
)

const textOf = (page: string): string => {
  const path = join(pages, page)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

describe('what rules stand on', () => {
  it('is a page under specs/pages for each of their sources', () => {
    const missing = citations.map(([, { source }]) => source.page).filter((page) => !textOf(page))
    expect([...new Set(missing)]).toEqual([])
  })

  it('is a sentence of that page, in the section cited, word for word', () => {
    const lost = citations.flatMap(([rule, { source, section, quote }]) => {
      if (quote === undefined) return []
      const found = sectionOf(textOf(source.page), section)
      if (found === undefined) return [`${rule}: ${source.page} has no section "${section}"`]
      return found.includes(quote.replace(/\s+/g, ' '))
        ? []
        : [`${rule}: ${source.page}: "${quote}"`]
    })
    expect(lost).toEqual([])
  })

  it('is, with the register, all that the folder holds: no page is left that nothing cites', () => {
    const cited = new Set<string>(
      [...citations.map(([, citation]) => citation), ...register].map(({ source }) => source.page),
    )
    const left = readdirSync(pages).filter((page) => page !== 'README.md' && !cited.has(page))
    expect(left).toEqual([])
  })
})
