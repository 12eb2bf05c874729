import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../browser/open-browser.ts'
import { settings } from '../session.fixture.ts'
import { pagesOf } from './index.ts'
import type { LoginSubject } from './login-page.ts'

const elements = readFileSync(
  new URL('../../../specs/minid-elements/minid-elements-0.1.8.js', import.meta.url),
  'utf8',
)
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser({ settings, redirectUri: 'http://localhost:3000/callback' })
  page = await browser.newPage()
})
afterAll(() => browser.close())

const login: LoginSubject = {
  persona: 'MAIN',
  pid: '20914695016',
  level: 'idporten-loa-substantial',
  method: 'minid',
  minid: { password: 'password01', oneTimeCode: '12345' },
  confirmationRefusal: undefined,
  environment: { loginHosts: [], keyName: 'MINE' },
  onProgress: () => {},
}

/** What a form of Digdir's elements holds when its button is pressed, after the page object has acted. */
const sentBy = async (form: string): Promise<unknown> => {
  await page.setContent(`<!doctype html><html lang="nb"><main><form>${form}</form></main>`)
  await page.addScriptTag({ content: elements })
  await page.evaluate(async () => {
    for (const name of ['mid-textfield', 'mid-code-input', 'mid-button'])
      await customElements.whenDefined(name)
    document.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      const fields = [...new FormData(event.target as HTMLFormElement)]
      document.body.dataset['sent'] = JSON.stringify(
        Object.fromEntries(fields as [string, string][]),
      )
    })
  })
  for (const candidate of pagesOf('minid'))
    if (await candidate.isHere(page)) {
      await candidate.act(page, login)
      await page.locator('body[data-sent]').waitFor({ state: 'attached', timeout: 5_000 })
      const sent = JSON.parse((await page.locator('body').getAttribute('data-sent')) ?? '')
      return { by: candidate.name, sent }
    }
  return 'nobody knows the page'
}

describe('Digdir’s own elements of MinID', () => {
  test.each([
    ['labels', 'label="Fødselsnummer"', 'label="Passord"'],
    ['English labels', 'label="National identity number"', 'label="Password"'],
    ['ids alone', '', ''],
  ])('number and password, by %s', async (_, number, password) => {
    const form = `<mid-textfield id="pid" name="pid" ${number}></mid-textfield>
      <mid-textfield id="password" name="password" type="password" ${password}></mid-textfield>
      <mid-button id="submit-button" type="submit">Neste</mid-button>`
    expect(await sentBy(form)).toEqual({
      by: 'minid',
      sent: { pid: '20914695016', password: 'password01' },
    })
  })

  test.each([
    ['its label', 'label="Engangskode"'],
    ['its id alone', ''],
  ])('the one-time code, by %s', async (_, label) => {
    const form = `<mid-code-input id="otc" name="otc" length="5" ${label}></mid-code-input>
      <mid-button id="submit-button" type="submit">Neste</mid-button>`
    expect(await sentBy(form)).toEqual({ by: 'minid code', sent: { otc: '12345' } })
  })

  test('a button named otherwise is found by its id', async () => {
    const form = `<mid-code-input id="otc" name="otc" length="5"></mid-code-input>
      <mid-button id="submit-button" type="submit">Videre</mid-button>`
    expect(await sentBy(form)).toEqual({ by: 'minid code', sent: { otc: '12345' } })
  })
})
