import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'
import { maskedScreenshot } from './screenshot.ts'
import { settings } from './session.fixture.ts'

const closed = (inner: string) => `<template shadowrootmode="closed">${inner}</template>`
const content = `<!doctype html><title>Kari 20914695016</title>
<style>h2::after { content: " Kari" } li { list-style-type: "Kari " } b { border-image: url("kari.png") }</style>
<h1>TestID 20914695016 &mdash; hei, Kari Nordmann!</h1>
<h2>Logg inn som <i>k</i>ari@example.no, K&#8203;ari, Ｎｏｒｄｍａｎｎ</h2>
<h3></h3><label for="pid">Personidentifikator Kari</label><input id="pid" value="20914695016" placeholder="kari">
<p>Kari Nordmann, <b>kari@example.no</b></p><li>Kari</li>
<select><optgroup label="Kari"><option label="Kari Nordmann">Kari</option></select><textarea>Kari</textarea>
<x-shadow><template shadowrootmode="open"><p>Kari Nordmann</p><input value="password01"></template></x-shadow>
<x-closed>${closed('<h1>Kari</h1>')}<b>in a slot</b></x-closed><div>${closed('Kari Nordmann')}</div>
<script>setInterval(() => { document.querySelector('h3').textContent = 'Kari' + Date.now() }, 1)</script>`

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser({ settings, redirectUri: 'http://localhost:3000/callback' })
  page = await browser.newPage()
})
afterAll(() => browser.close())

describe('a masked screenshot', () => {
  test('shows known words of headings and labels, and no other text, whatever the page does', async () => {
    await page.setContent(content)
    const picture = await maskedScreenshot(page)
    expect(picture?.slice(1, 4)).toEqual(new Uint8Array([0x50, 0x4e, 0x47]))
    const shown = await page.evaluate(() => {
      const shadow = document.querySelector('x-shadow')?.shadowRoot
      const fields = [...document.querySelectorAll('input, textarea')].map(
        (field) => (field as HTMLInputElement).value,
      )
      const pseudo = [...document.querySelectorAll('*')].flatMap((element) =>
        ['', '::before', '::after', '::marker'].map((part) => {
          const style = getComputedStyle(element, part)
          return `${style.content} ${style.listStyleType} ${style.borderImageSource}`
        }),
      )
      const labels = [...document.querySelectorAll('[label]')].map((own) =>
        own.getAttribute('label'),
      )
      return [
        document.body.innerText,
        shadow?.querySelector('p')?.textContent,
        shadow?.querySelector('input')?.value,
        document.querySelector('x-closed, div')?.outerHTML,
        ...[...fields, ...labels, ...pseudo],
      ].join('\n')
    })
    for (const word of ['TestID', 'Personidentifikator', 'Logg inn som', 'hei'])
      expect(shown).toContain(word)
    expect(shown).not.toMatch(/k\u200b?ari|nordmann|ｎｏｒｄ|example|password|\d/i)
  })

  test('is not waited for where the page never answers', async () => {
    const busy = await browser.newPage()
    await busy.setContent('<h1>Logg inn</h1>')
    busy
      .evaluate(() =>
        setTimeout(() => {
          for (;;);
        }),
      )
      .catch(() => {})
    await busy.waitForTimeout(50)
    expect(await maskedScreenshot(busy)).toBeUndefined()
  })

  test('is not taken of a page that is gone', async () => {
    const gone = await browser.newPage()
    await gone.close()
    expect(await maskedScreenshot(gone)).toBeUndefined()
  })
})
