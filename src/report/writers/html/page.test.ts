import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { failingFindings } from '../../fingerprint.ts'
import { withText } from '../../hostile-report.fixture.ts'
import { largeReport } from '../../large-report.fixture.ts'
import { sampleKinds, sampleReport } from '../../sample-report.fixture.ts'
import { writeSarif } from '../sarif.ts'
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

  test('the page loads nothing, and its policy names its own style and script alone', () => {
    const page = writeHtml(sampleReport('deviating'))
    const digest = (text = '') => createHash('sha256').update(text).digest('base64')
    const [style] = all(page, /<style>([^<]*)<\/style>/g)
    const [script, ...others] = all(page, /<script>([\s\S]*?)<\/script>/g)
    const [policy = ''] = all(page, /Content-Security-Policy" content="([^"]*)"/g)
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${digest(style)}'; script-src 'sha256-${digest(script)}'; base-uri 'none'; form-action 'none'`,
    )
    expect(others).toEqual([])
    expect(page).not.toMatch(/<link|<img| src=| style=| on[a-z]+="|@import|url\(/)
    expect(page).toContain('<html lang="en">')
  })

  test('the verdict is the heading, and a deviation shows expected beside received', () => {
    const page = writeHtml(sampleReport('deviating'))
    expect(all(page, /<h1>(.*)<\/h1>/g)).toEqual([expect.stringMatching(/>Deviating$/)])
    expect(page).toContain('<dd><code>&#60;signature&#62; &#38; "more"</code></dd>')
  })

  test('the first screen tells what is broken, since when, and the command that shows it again', () => {
    const report = sampleReport('deviating')
    const since = { id: 'KRR-JWS-003', since: '2026-11-20T02:00:00.000Z', runs: 3 }
    const page = writeHtml({ ...report, failedBefore: { runs: 9, rules: [since] } })
    const [broken = ''] = all(page, /<section class="broken"([\s\S]*?)<\/section>/g)
    expect(all(broken, /<a href="#deviation-([^"]*)"/g)).toEqual(['KRR-JWS-003', 'KRR-HTTP-002'])
    expect(broken).toContain('fails since 20 Nov 2026, 02:00 UTC, 3 runs before this one')
    expect(broken).toContain('new: the run before did not fail it')
    expect(all(broken, /<code data-copy>([^<]*)</g)).toEqual([
      expect.stringMatching(/^npm run krr -- replay KRR-JWS-003\.\w+ --env test$/),
    ])
    expect(page.indexOf('class="broken"')).toBeLessThan(page.indexOf('class="tally"'))
    expect(writeHtml(sampleReport('conformant'))).not.toContain('class="broken"')
  })

  test('the first screen calls a rule known in part where known-deviations.yaml covers only some of it', () => {
    const report = sampleReport('deviating')
    const found = failingFindings(report).filter(({ rule }) => rule === 'KRR-JWS-003')
    const covered = found.map(({ rule, fingerprint }) => {
      return {
        rule,
        fingerprint,
        owner: 'team',
        link: 'https://x.example/1',
        expires: '2026-12-31',
      }
    })
    const brokenWith = (own: typeof covered) =>
      all(
        writeHtml({ ...report, known: { covered: own, problems: [] } }),
        /<section class="broken"([\s\S]*?)<\/section>/g,
      )[0]
    expect(brokenWith(covered)).toContain('known until 2026-12-31, team')
    const another = covered.map((own) => ({ ...own, fingerprint: 'f-0000000000000000' as const }))
    expect(brokenWith(another)).toContain('known in part until 2026-12-31, team')
    expect(brokenWith([])).not.toContain('known')
  })

  test('markup from outside is text, control characters are visible', () => {
    const page = writeHtml(withText(sampleReport('deviating'), '<b onclick="x">\u0000\u202e\'&'))
    expect(page).not.toContain('<b onclick')
    expect(page).toContain('&#60;b onclick=&#34;x&#34;&#62;\\u{0}\\u{202e}&#39;&#38;')
    expect(page).toContain('&#60;b onclick="x"&#62;\\u{0}\\u{202e}\'&#38;')
  })

  test('content in which a member occurs twice is shown as it came', () => {
    const report = sampleReport('conformant')
    const content = '{"spraak":"nb","spraak":"en"}'
    const exchanges = report.exchanges.map((own) => ({
      ...own,
      response: { ...own.response, content },
    }))
    expect(writeHtml({ ...report, exchanges })).toContain(content)
  })
})

describe('what a reader is led to', () => {
  test('the same difference in many places is shown once, with all of them', () => {
    const report = sampleReport('deviating')
    const rules = report.rules.map((rule) => ({
      ...rule,
      observations: rule.observations.flatMap((own) => [
        own,
        { ...own, where: 'elsewhere', evidence: ['x-001'] },
      ]),
    }))
    const [deviations = ''] = all(
      writeHtml({ ...report, rules }),
      /id="deviations"([\s\S]*?)<\/section>/g,
    )
    expect(all(deviations, /<dt>(received)<\/dt>/g)).toHaveLength(2)
    expect(deviations).toContain('in 2 places')
    expect(deviations).toContain('elsewhere <a class="id" href="#x-001">')
  })

  test('Norwegian sentences say that they are', () => {
    const page = writeHtml(sampleReport('conformant'))
    expect(page).toContain(
      '<blockquote>The origin server MUST generate an Allow header field in a 405 response',
    )
    const [rule, ...rest] = sampleReport('conformant').rules
    const quote = 'Returnerer brukerens foretrukne språk'
    const citation = { source: 's', url: 'u', section: '1', quote }
    const norwegian = rule === undefined ? [] : [{ ...rule, citations: [citation] }, ...rest]
    expect(writeHtml({ ...sampleReport('conformant'), rules: norwegian })).toContain(
      `<blockquote lang="no">${quote}</blockquote>`,
    )
  })

  test('the picture of fewer ways to ask has each combination once, and to the same scale', () => {
    const report = largeReport({ deviations: 0, exchanges: 20 })
    const shapeOf = (own: typeof report) =>
      [
        ...writeHtml(own).matchAll(
          /<svg class="picture (?:wide|narrow)" viewBox="0 0 (\d+) .*?<\/svg>/gs,
        ),
      ].map(([drawing, width]) => ({
        width,
        dots: [...drawing.matchAll(/<circle class="granted"/g)].length,
      }))
    const signed = (report.picture ?? []).filter(
      ({ representation }) => representation === 'application/jose',
    )
    expect(signed).toHaveLength(8)
    const whole = shapeOf(report)
    expect(whole.map(({ dots }) => dots)).toEqual([12, 12])
    expect(shapeOf({ ...report, picture: signed })).toEqual(whole)
    expect(shapeOf({ ...report, picture: signed.slice(1, 2) })).toEqual(
      whole.map(({ width }) => ({ width, dots: 1 })),
    )
  })

  test('a report of an earlier harness has no picture and no section for it', () => {
    const { picture: _picture, expiries: _expiries, ...earlier } = sampleReport('conformant')
    expect(writeHtml(earlier)).not.toContain('id="contract"')
  })
})

/** What lies beside a page, and above. */
const ownFiles = ['report.json', 'evidence.har', 'summary.md', 'junit.xml', '../index.html']

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'x',
  '//x',
])('nothing leads to %s, on the page or by helpUri', (url) => {
  const report = sampleReport('deviating')
  const rules = report.rules.map((rule) => ({
    ...rule,
    citations: rule.citations.map((own) => ({ ...own, url })),
  }))
  const links = [...writeHtml({ ...report, rules }).matchAll(/href="([^"]*)"/g)]
  expect(links.map(([, link = '']) => link).filter((link) => !link.startsWith('#'))).toEqual(
    ownFiles,
  )
  expect(writeSarif({ ...report, rules })).not.toContain('helpUri')
})

describe('html', () => {
  test('text is escaped once, markup is not, lists are joined, undefined is nothing', () => {
    const inner = html`<i>${'<'}</i>`
    expect(html`<p title="${'"'}">${inner}${[inner, 1]}${undefined}</p>`.text).toBe(
      '<p title="&#34;"><i>&#60;</i><i>&#60;</i>1</p>',
    )
  })
})
