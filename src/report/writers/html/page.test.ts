import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { withText } from '../../hostile-report.fixture.ts'
import { sampleKinds, sampleReport } from '../../sample-report.fixture.ts'
import { html } from './markup.ts'
import { writeHtml } from './page.ts'

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, group = '']) => group)

describe('writeHtml', () => {
  test.each(sampleKinds)(
    'every link within the page leads somewhere, every anchor is one: %s',
    (kind) => {
      const report = sampleReport(kind)
      const page = writeHtml(report)
      const ids = all(page, / id="([^"]*)"/g)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toEqual(expect.arrayContaining(report.rules.map(({ id }) => id)))
      expect(ids).toEqual(expect.arrayContaining(report.exchanges.map(({ id }) => id)))
      expect(all(page, /href="#([^"]*)"/g).filter((target) => !ids.includes(target))).toEqual([])
    },
  )

  test('the page needs no script, no other file, and its policy allows none', () => {
    const page = writeHtml(sampleReport('deviating'))
    const [style = ''] = all(page, /<style>([^<]*)<\/style>/g)
    const digest = createHash('sha256').update(style).digest('base64')
    const [policy = ''] = all(page, /Content-Security-Policy" content="([^"]*)"/g)
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toMatch(/<script|<link|<img| src=| style=| on[a-z]+=|@import|url\(/)
    expect(page).toContain('<html lang="en">')
  })

  test('the verdict is the heading, and a deviation shows expected beside received', () => {
    const page = writeHtml(sampleReport('deviating'))
    expect(all(page, /<h1>(.*)<\/h1>/g)).toEqual(['Deviating'])
    expect(page).toContain('<code>&#60;signature&#62; &#38; &#34;more&#34;</code>')
  })

  test('markup from outside is text, control characters are visible', () => {
    const page = writeHtml(withText(sampleReport('deviating'), '<b onclick="x">\u0000\u202e\'&'))
    expect(page).not.toContain('<b onclick')
    expect(page).toContain('&#60;b onclick=&#34;x&#34;&#62;\\u{0}\\u{202e}&#39;&#38;')
  })

  test('content in which a member occurs twice is shown as it came', () => {
    const report = sampleReport('conformant')
    const content = '{"spraak":"nb","spraak":"en"}'
    const exchanges = report.exchanges.map((own) => ({
      ...own,
      response: { ...own.response, content },
    }))
    expect(writeHtml({ ...report, exchanges })).toContain(content.replaceAll('"', '&#34;'))
  })
})

describe('html', () => {
  test('text is escaped once, markup is not, lists are joined, undefined is nothing', () => {
    const inner = html`<i>${'<'}</i>`
    expect(html`<p title="${'"'}">${inner}${[inner, 1]}${undefined}</p>`.text).toBe(
      '<p title="&#34;"><i>&#60;</i><i>&#60;</i>1</p>',
    )
  })
})
