import type { Page } from 'playwright'
import { describe, expect, test, vi } from 'vitest'
import { sampleHistory } from '../../history/sample-history.fixture.ts'
import { largeReport } from '../../large-report.fixture.ts'
import { sampleReport } from '../../sample-report.fixture.ts'
import { pagesInBrowser } from './browser-pages.fixture.ts'
import { mostBytes } from './limits.ts'
import { writeOverview } from './overview.ts'
import { writeHtml } from './page.ts'

vi.setConfig({ testTimeout: 120_000 })

/** A report in which a member of an exchange deviates. */
const withMember = () => {
  const report = sampleReport('deviating')
  const at = (own: string) => (own === '/sertifikat' ? '/spraak' : own)
  const rules = report.rules.map((rule) => ({
    ...rule,
    observations: rule.observations.map((own) => ({
      ...own,
      findings: own.findings.map((finding) => ({ ...finding, at: at(finding.at) })),
    })),
  }))
  return { ...report, rules }
}

const pages = {
  marked: writeHtml(withMember()),
  deviating: writeHtml(largeReport({ deviations: 3, exchanges: 40 })),
  notRestored: writeHtml(sampleReport('notRestored')),
  overview: writeOverview([
    sampleHistory('reference', ['conformant']),
    sampleHistory('test', ['conformant', 'inconclusive', 'known', 'deviating'], 2),
  ]),
  sixtyDeviations: writeHtml(largeReport({ deviations: 60, exchanges: 165 })),
  twoThousandExchanges: writeHtml(largeReport({ deviations: 5, exchanges: 2_000 })),
} as const
type PageName = keyof typeof pages
const small = ['deviating', 'notRestored', 'overview'] as const satisfies PageName[]

const { open, isInOrder, fitsOnPaper } = pagesInBrowser(pages)

test.each(small)(
  'the page %s asks for nothing, keeps to its width and its paper, and axe finds nothing, at three widths',
  async (name) => {
    await isInOrder(name)
    await fitsOnPaper(name)
  },
)

describe('a link to a rule or an exchange', () => {
  test.each([true, false])(
    'opens what it leads to, with JavaScript %s',
    async (javaScriptEnabled) => {
      const { page } = await open('deviating', { hash: '#KRR-SPEC-101', javaScriptEnabled })
      await page.locator('#KRR-SPEC-101').waitFor({ state: 'visible' })
      await page.locator('#KRR-SPEC-101 a[href="#x-029"]').first().click()
      await page.locator('#x-029').waitFor({ state: 'visible' })
      expect(new URL(page.url()).hash).toBe('#x-029')
      const top = await page.locator('#x-029').evaluate((own) => own.getBoundingClientRect().top)
      const height = page.viewportSize()?.height ?? 0
      expect(top).toBeGreaterThan(0)
      expect(top).toBeLessThan(height)
    },
  )
})

describe('a link that somebody was sent', () => {
  test('shows what was filtered, and the address follows what is typed', async () => {
    const { page } = await open('deviating', { hash: '#rules?rules.verdict=failed&rules.area=JWS' })
    const rows = page.locator('#rules .row:visible')
    expect(await rows.count()).toBe(1)
    const form = page.locator('form[data-filters="#rules .row"]')
    await form.getByLabel('Text').fill('x-002')
    await expect.poll(() => new URL(page.url()).hash).toContain('rules.text=x-002')
    await form.getByLabel('Text').press('Escape')
    await expect.poll(() => new URL(page.url()).hash).toBe('#rules')
  })

  test('what is no address of this page breaks nothing', async () => {
    const { page, complaints } = await open('deviating', { hash: '#%E0%A4%A?x.y=1&rules.nope=2' })
    expect(await page.locator('#rules .row:visible').count()).toBeGreaterThan(5)
    expect(complaints).toEqual([])
  })
})

test('the search finds members, names and fingerprints, and the arrows go from one rule to the next', async () => {
  const { page } = await open('deviating')
  const form = page.locator('form[data-filters="#rules .row"]')
  const fingerprint = await page.locator('.fingerprint').first().textContent()
  await form.getByLabel('Text').fill(fingerprint ?? '')
  expect(await page.locator('#rules .row:visible').count()).toBe(1)
  await form.getByLabel('Text').fill('/member/2')
  expect(await page.locator('#rules .row:visible').count()).toBe(3)
  await form.getByLabel('Text').press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const focused = () =>
    page.evaluate(() => document.activeElement?.querySelector('.id')?.textContent)
  expect(await focused()).toBe('KRR-SPEC-101')
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe('KRR-SPEC-100')
})

test('an exchange that a finding leads to has the member marked, and its curl command can be copied', async () => {
  const { page } = await open('marked', { hash: '#x-002' })
  await page.locator('#x-002').waitFor({ state: 'visible' })
  expect(await page.locator('#x-002 mark').allTextContents()).toEqual([
    expect.stringMatching(/^"spraak": "en"/),
  ])
  expect(await page.locator('#x-002 .curl + .copy').count()).toBe(1)
})

describe('filters', () => {
  const shown = (page: Page) => page.locator('#rules .row:visible').count()

  test('narrow the rules by verdict, level, area and text, and say how many are left', async () => {
    const { page } = await open('deviating')
    const form = page.locator('form[data-filters="#rules .row"]')
    const all = await shown(page)
    await form.getByLabel('Verdict').selectOption('failed')
    expect(await shown(page)).toBe(5)
    await form.getByLabel('Area').selectOption('JWS')
    expect(await shown(page)).toBe(1)
    expect(await form.getByRole('status').textContent()).toBe(`1 of ${all} shown`)
    expect(await page.locator('#area-SPEC').isVisible()).toBe(false)
    await form.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => shown(page)).toBe(all)
    await form.getByLabel('Level').selectOption('INFO')
    expect(await shown(page)).toBe(1)
    await form.getByRole('button', { name: 'Clear' }).click()
    await form.getByLabel('Text').fill('SIGNATURE verifies')
    await expect.poll(() => shown(page)).toBe(1)
  })

  test('give way to a link that leads to what they hide', async () => {
    const { page } = await open('deviating')
    await page
      .locator('form[data-filters="#rules .row"]')
      .getByLabel('Verdict')
      .selectOption('passed')
    expect(await page.locator('#KRR-SPEC-102').isVisible()).toBe(false)
    await page.locator('#deviations a[href="#KRR-SPEC-102"]').first().click()
    await page.locator('#KRR-SPEC-102').waitFor({ state: 'visible' })
  })

  test('find exchanges, those that are only named too', async () => {
    const { page } = await open('twoThousandExchanges')
    const form = page.locator('form[data-filters="#exchanges .row"]')
    await form.getByLabel('Text').fill('x-1999')
    expect(await page.locator('#exchanges .row:visible').count()).toBe(1)
    await form.getByLabel('Text').fill('')
    await form.getByLabel('Which').selectOption('troubled')
    expect(await page.locator('#exchanges .row:visible').count()).toBe(71)
  })

  test('are not there without JavaScript, and everything else is', async () => {
    const { page } = await open('deviating', { javaScriptEnabled: false })
    expect(await page.locator('form:visible').count()).toBe(0)
    await page.locator('#rules summary').first().click()
    await page.locator('#KRR-SPEC-001').waitFor({ state: 'visible' })
    expect(await page.locator('h1').textContent()).toBe('Deviating')
  })
})

test('the keyboard alone reaches a rule and opens it, and what has the focus shows it', async () => {
  const { page } = await open('deviating')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: expect.any(Number) })
  await page.keyboard.press('Enter')
  await page.locator('#rules summary').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('#KRR-SPEC-001').waitFor({ state: 'visible' })
  await page.keyboard.press('Tab')
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  )
  expect(outline).toBe('solid')
})

test.each([true, false])(
  'paper opens what deviates, and a line says the rest, with JavaScript %s',
  async (javaScriptEnabled) => {
    const { page } = await open('deviating', { javaScriptEnabled, colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    if (javaScriptEnabled) await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const isPrinted = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((own) => own.checkVisibility({ contentVisibilityAuto: true }))
    const printed = {
      '#rules .row[data-verdict=failed] .inside': false,
      '#deviations .finding': true,
      '#rules .row[data-verdict=warning] .inside': false,
      '#rules .row[data-verdict=passed] summary': true,
      '#rules .row[data-verdict=passed] .inside': false,
      '#contract .twin': false,
      '.exchange.proof .inside': true,
      '.exchange:not(.troubled) .inside': false,
      'nav.top': false,
      '.picture.wide': true,
      footer: true,
    }
    for (const [selector, isShown] of Object.entries(printed))
      expect(await isPrinted(selector), selector).toBe(isShown)
    const look = await page.evaluate(() => {
      const link = document.querySelector('.citation a')
      return {
        paper: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.body).color,
        address: link === null ? '' : getComputedStyle(link, '::after').content,
      }
    })
    expect(look).toMatchObject({ paper: 'rgb(255, 255, 255)', ink: 'rgb(26, 33, 41)' })
    expect(look.address).toContain('https://')
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
  },
)

describe.each(['sixtyDeviations', 'twoThousandExchanges'] as const)('a large run: %s', (name) => {
  test('stays light, and every anchor is there', async () => {
    const text = pages[name]
    expect(Buffer.byteLength(text)).toBeLessThan(1_500_000)
    expect(Buffer.byteLength(text)).toBeGreaterThan(mostBytes / 4)
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    const targets = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  test('opens without hanging, and says what is left out', async () => {
    const { page, complaints } = await open(name)
    const times = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON())
    expect(times.domComplete).toBeLessThan(20_000)
    expect(await page.locator('#deviations article').count()).toBe(
      name === 'sixtyDeviations' ? 62 : 7,
    )
    const lead = await page.locator('#exchanges .lead').textContent()
    expect(lead?.includes('evidence.har')).toBe(name === 'twoThousandExchanges')
    expect(await page.locator('.troubled.stub').count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
