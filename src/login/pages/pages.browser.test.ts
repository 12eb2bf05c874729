import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../browser/open-browser.ts'
import { settings } from '../session.fixture.ts'
import { consentPage } from './consent.ts'
import { contactInformationPage } from './contact-information.ts'
import { pagesOf } from './index.ts'
import { languagePage } from './language.ts'
import type { LoginPage, LoginSubject } from './login-page.ts'
import { minidCodePage, minidPage } from './minid.ts'
import { selectorPage } from './selector.ts'
import { testidPage } from './testid.ts'

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
  method: 'testid',
  minid: { password: 'password01', oneTimeCode: '12345' },
  confirmationRefusal: undefined,
  environment: { loginHosts: [], keyName: 'MINE' },
  onProgress: () => {},
}

/** Shows the markup, lets the page object act, and gives what was pressed and what was filled in. */
const actOn = async (
  loginPage: LoginPage,
  markup: string,
  subject: LoginSubject = login,
): Promise<{ readonly pressed: string; readonly filled: readonly string[] }> => {
  await page.setContent(markup)
  await page.evaluate(() => {
    document.addEventListener('click', (event) => {
      event.preventDefault()
      const [target] = event.composedPath()
      document.body.dataset['pressed'] = (target as HTMLElement).textContent ?? ''
    })
  })
  expect(await loginPage.isHere(page)).toBe(true)
  await loginPage.act(page, subject)
  return {
    pressed: (await page.locator('body').getAttribute('data-pressed')) ?? '',
    filled: await page
      .locator('input')
      .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value)),
  }
}

const shadow = (inner: string) => `<template shadowrootmode="open">${inner}</template>`

describe('selector', () => {
  // Names as scripts against the live pages quote them (domain of ID-porten's test environment).
  const list = `<ul>
    <li><a href="/authorize/bankid">BankID Bruk BankID-app, kodebrikke eller BankID på mobil</a></li>
    <li><a href="/authorize/testid2">TestID på nivå høyt Lag din egen testbruker</a></li>
    <li><a href="/authorize/testid1">TestID Lag din egen testbruker</a></li>
    <li><a href="/authorize/minid">MinID Passord og kode</a></li></ul>`

  test.each([
    ['idporten-loa-substantial', 'testid', 'TestID Lag din egen testbruker'],
    ['idporten-loa-high', 'testid', 'TestID på nivå høyt Lag din egen testbruker'],
    ['idporten-loa-substantial', 'minid', 'MinID Passord og kode'],
  ] as const)('at %s by %s it takes "%s"', async (level, method, expected) => {
    expect((await actOn(selectorPage, list, { ...login, level, method })).pressed).toBe(expected)
  })

  test('the documented addresses do where the names have changed', async () => {
    const markup = '<a href="/authorize/testid1">Testbruker</a><a href="/authorize/testid2">To</a>'
    expect((await actOn(selectorPage, markup)).pressed).toBe('Testbruker')
  })
})

describe('TestID', () => {
  test('the number goes into the labelled field, and the random person is not asked for', async () => {
    const markup = `<label for="pid">Personidentifikator (syntetisk)</label><input id="pid" name="pid">
      <button id="populatePersonButton">Hent tilfeldig person</button><button id="submit">Autentiser</button>`
    expect(await actOn(testidPage, markup)).toEqual({
      pressed: 'Autentiser',
      filled: ['20914695016'],
    })
  })

  test('the documented ids do where labels have changed', async () => {
    const markup = '<input id="pid" name="pid"><button id="submit">Videre</button>'
    expect(await actOn(testidPage, markup)).toEqual({ pressed: 'Videre', filled: ['20914695016'] })
  })
})

describe('MinID', () => {
  test('fields in an open shadow root are found by label', async () => {
    const markup = `<x-form>${shadow(
      `<label>Fødselsnummer <input id="pid"></label><label>Passord <input id="password" type="password"></label>
       <button id="submit-button">Neste</button>`,
    )}</x-form>`
    expect(await actOn(minidPage, markup)).toEqual({
      pressed: 'Neste',
      filled: ['20914695016', 'password01'],
    })
  })

  test('ids on the hosts of fields without labels do as well', async () => {
    const markup = `<x-field id="pid">${shadow('<input>')}</x-field>
      <x-field id="password">${shadow('<input type="password">')}</x-field>
      <x-button id="submit-button">${shadow('<span>OK</span>')}</x-button>`
    expect((await actOn(minidPage, markup)).filled).toEqual(['20914695016', 'password01'])
  })

  test('the one-time code goes into its own page', async () => {
    const markup = `<label>Engangskode <input id="otc"></label><button id="submit-button">Neste</button>`
    expect(await actOn(minidCodePage, markup)).toEqual({ pressed: 'Neste', filled: ['12345'] })
  })
})

describe('optional pages', () => {
  test('consent is given, not refused', async () => {
    const markup = '<button>Ikke godta</button><button>Godta</button>'
    expect((await actOn(consentPage, markup)).pressed).toBe('Godta')
  })

  test('contact information is pressed through and nothing is changed in it', async () => {
    const markup = `<h1>Er kontaktinformasjonen din riktig?</h1><label>E-post <input value="a@b.example"></label>
      <button>Avbryt</button><button>Neste</button>`
    expect(await actOn(contactInformationPage, markup)).toEqual({
      pressed: 'Neste',
      filled: ['a@b.example'],
    })
  })

  test('contact information is left alone where that is said, with the reason', async () => {
    const markup = '<h1>Kontaktinformasjon</h1><button>Neste</button>'
    await expect(
      actOn(contactInformationPage, markup, { ...login, confirmationRefusal: '--no-write' }),
    ).rejects.toThrow(
      'contact information would have to be confirmed, which is a write: --no-write',
    )
    expect(await page.locator('body').getAttribute('data-pressed')).toBeNull()
  })

  test('the language is bokmål', async () => {
    const markup = '<h1>Velg språk</h1><button>English</button><button>Bokmål</button>'
    expect((await actOn(languagePage, markup)).pressed).toBe('Bokmål')
  })
})

test('a page that is none of them is nobody’s', async () => {
  await page.setContent('<h1>Driftsmelding</h1><p>TestID er nede.</p><button>Lukk</button>')
  for (const method of ['testid', 'minid'] as const)
    for (const loginPage of pagesOf(method)) expect(await loginPage.isHere(page)).toBe(false)
})
