import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'

/** Where pictures of the pages go, for a look at them; none are taken without it. */
const pictures = process.env['KRR_REPORT_PICTURES']

/** A telephone, a tablet and a desktop. */
const widths = [360, 768, 1280] as const

/** Pages by name, as files, with a browser to open them in. */
export const pagesInBrowser = (pages: Readonly<Record<string, string>>) => {
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'krr-pages-'))
    for (const [name, text] of Object.entries(pages))
      await writeFile(join(folder, `${name}.html`), text)
    browser = await chromium.launch({
      executablePath: process.env['KRR_BROWSER_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    })
    if (pictures !== undefined) await mkdir(pictures, { recursive: true })
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** A page from its file, with everything that it asked for or complained of. */
  const open = async (
    name: string,
    { hash = '', ...context }: BrowserContextOptions & { hash?: string } = {},
  ) => {
    const own = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context })
    onTestFinished(() => own.close())
    const page = await own.newPage()
    const complaints: string[] = []
    const requests: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => requests.push(request.url()))
    const url = pathToFileURL(join(folder, `${name}.html`)).href
    await page.goto(`${url}${hash}`)
    return { page, complaints, requests, url }
  }

  /** At three widths and in both colour schemes a page asks for nothing, keeps to its width, and axe finds nothing. */
  const isInOrder = async (name: string): Promise<void> => {
    const { page, complaints, requests, url } = await open(name, { colorScheme: 'light' })
    const look = async (colorScheme: 'light' | 'dark', width: number, rules: readonly string[]) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await picture(page, `${name}-${colorScheme}-${width}`)
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest, `${name} at ${width}`).toBeLessThanOrEqual(width)
      expect(await axeFindings(page, rules), `${name} at ${width}, ${colorScheme}`).toEqual([])
    }
    await openDetails(page)
    for (const width of widths) await look('light', width, [])
    await look('dark', 360, ['color-contrast'])
    expect(requests).toEqual([url])
    expect(complaints).toEqual([])
  }

  /** On A4, less its margins at 96 dots to the inch, nothing runs off the paper. */
  const fitsOnPaper = async (name: string): Promise<void> => {
    const { page } = await open(name)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 688, height: 1000 })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(688)
    await picture(page, `${name}-paper`)
  }
  return { open, isInOrder, fitsOnPaper }
}

const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures === undefined) return
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

/** What axe finds on a page as it is shown, each with some of its elements. */
const axeFindings = async (page: Page, only: readonly string[]): Promise<unknown> => {
  // By the debugger, which no policy of a page binds.
  await page.evaluate(axe.source)
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          context: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run(document, {
      runOnly: rules.length > 0 ? rules : { type: 'tag', values: tags },
    })
    return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])
  }, only)
}

const openDetails = (page: Page) =>
  page.evaluate(() => {
    for (const own of document.querySelectorAll('details')) own.open = true
  })
