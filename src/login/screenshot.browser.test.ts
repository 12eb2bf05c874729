import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'
import { maskedScreenshot } from './screenshot.ts'
import { settings } from './session.fixture.ts'

const content = `<!doctype html><title>Kari 20914695016</title>
<h1>TestID 20914695016</h1>
<label for="pid">Personidentifikator</label><input id="pid" value="20914695016" placeholder="kari">
<p>Kari Nordmann, <b>kari@example.no</b></p>
<select><option>Kari</option></select><textarea>Kari</textarea>
<x-shadow><template shadowrootmode="open"><p>Kari Nordmann</p><input value="password01"></template></x-shadow>`

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser({ settings, redirectUri: 'http://localhost:3000/callback' })
  page = await browser.newPage()
})
afterAll(() => browser.close())

describe('a masked screenshot', () => {
  test('shows headings and labels without digits, and no other text', async () => {
    await page.setContent(content)
    const picture = await maskedScreenshot(page)
    expect(picture?.slice(1, 4)).toEqual(new Uint8Array([0x50, 0x4e, 0x47]))
    const shown = await page.evaluate(() => {
      const shadow = document.querySelector('x-shadow')?.shadowRoot
      const fields = [...document.querySelectorAll('input, textarea')].map(
        (field) => (field as HTMLInputElement).value,
      )
      return [
        document.body.innerText,
        shadow?.querySelector('p')?.textContent,
        shadow?.querySelector('input')?.value,
        ...fields,
      ].join('\n')
    })
    expect(shown).toContain('TestID')
    expect(shown).toContain('Personidentifikator')
    expect(shown).not.toMatch(/kari|nordmann|example|password|\d/i)
  })

  test('is not taken of a page that is gone', async () => {
    const gone = await browser.newPage()
    await gone.close()
    expect(await maskedScreenshot(gone)).toBeUndefined()
  })
})
