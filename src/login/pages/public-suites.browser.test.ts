import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../browser/open-browser.ts'
import { loadConfiguration } from '../../config/load.ts'
import { authorizationRequest, startTestOp } from '../../reference/op/flow.fixture.ts'
import type { RunningOp } from '../../reference/op/start.ts'
import { settings } from '../session.fixture.ts'
import type { LoginPage, LoginSubject } from './login-page.ts'
import { minidCodePage, minidPage } from './minid.ts'
import { selectorPage } from './selector.ts'
import { testidPage } from './testid.ts'

let browser: Browser
let page: Page
let op: RunningOp
beforeAll(async () => {
  browser = await openBrowser({ settings, redirectUri: 'http://localhost:3000/callback' })
  page = await browser.newPage()
  op = await startTestOp()
})
afterAll(async () => {
  await browser.close()
  await op.close()
})

type Find = (page: Page) => Locator
const css =
  (selector: string): Find =>
  (at) =>
    at.locator(selector)
const link =
  (name: string | RegExp): Find =>
  (at) =>
    at.getByRole('link', { name })
const text =
  (words: string): Find =>
  (at) =>
    at.getByText(words)
const label =
  (words: string): Find =>
  (at) =>
    at.getByLabel(words)
const authenticate: Find = (at) => at.getByRole('button', { name: 'Autentiser' })

/** How a public suite finds its way through TestID: facts that its code states, and not the code. */
interface Suite {
  /** Repository, and when it was last seen so. */
  readonly suite: string
  readonly level: 'substantial' | 'high'
  readonly chooses: Find
  readonly enters: Find
  readonly submits: Find
  /** The least of its pages by which it finds its way: nothing else that we go by is there. */
  readonly choice: string
  readonly field: string
  readonly button: string
  readonly waits: Waits
}

/** How long it waits for a page, and how often it begins a login, where it says so; else as its tool does. */
interface Waits {
  readonly seconds: number
  readonly attempts: number
}
const ofPlaywright: Waits = { seconds: 30, attempts: 1 }
const ofPuppeteer: Waits = { seconds: 30, attempts: 1 }
/** Of Cypress: `pageLoadTimeout` is 60 s, `defaultCommandTimeout`, by which it finds a link or a field, 4 s. */
const ofCypress: Waits = { seconds: 60, attempts: 1 }

const href = (id: string) => `<a href="/authorize/${id}">…</a>`
const named = (name: string) => `<a href="#there">${name}</a>`
const own = 'TestID Lag din egen testbruker'
const ownHigh = 'TestID på nivå høyt Lag din egen testbruker'
const labelled = '<label>Personidentifikator (syntetisk) <input></label>'
const autentiser = '<button>Autentiser</button>'

/** A row of the table: level, how it chooses and what there must be for it; the same of the field and the button. */
const suite = (
  name: string,
  level: Suite['level'],
  [chooses, choice]: readonly [Find, string],
  [enters, field]: readonly [Find, string] = [label('Personidentifikator'), labelled],
  [submits, button]: readonly [Find, string] = [authenticate, autentiser],
): Suite => {
  const waits = saidWaits[name] ?? (name.includes('Cypress') ? ofCypress : ofPlaywright)
  return { suite: name, level, chooses, enters, submits, choice, field, button, waits }
}

/** What is said in the suites' own code, beside what their tools do. */
const saidWaits: Readonly<Record<string, Waits>> = {
  // The link is waited for 15 s, and a login is begun up to three times.
  'Altinn access-management, Playwright, 2025': { seconds: 15, attempts: 3 },
  // A field is waited for as puppeteer does, and the end of the login 60 s.
  'navikt bidrag, puppeteer, 2024': { ...ofPuppeteer, seconds: 60 },
  // The end of the login is waited for 30 s by both.
  'navikt familie, puppeteer, 2024': { seconds: 30, attempts: 1 },
  'Informasjonsforvaltning/catalog-frontend, 2024': { seconds: 30, attempts: 1 },
  // Forms without a browser: k6 gives a request 60 s.
  'Altinn k6, forms without a browser, 2025': { seconds: 60, attempts: 1 },
}

const byPidName = [css('input[name="pid"]'), '<input name="pid">'] as const
const byPidId = [css('#pid'), '<input id="pid">'] as const
const bySubmitId = [css('#submit'), '<button id="submit">…</button>'] as const
const toTestid1 = [css('a[href="/authorize/testid1"]'), href('testid1')] as const
const toTestid2 = [css('a[href="/authorize/testid2"]'), href('testid2')] as const
const toOwn = [link(own), named(own)] as const

const suites: readonly Suite[] = [
  suite('Altinn/app-frontend-react, Cypress, 2026', 'substantial', toTestid1, byPidId, bySubmitId),
  suite('Altinn access-management, Playwright, 2025', 'substantial', toOwn, byPidName),
  suite('Altinn access-management-frontend, Cypress, 2025', 'substantial', toTestid1, byPidName),
  suite('Altinn platform-validation, 2024', 'substantial', toOwn, byPidName),
  suite('Altinn dialogporten-frontend, 2026', 'substantial', toTestid1, byPidName),
  suite('Altinn k6, forms without a browser, 2025', 'substantial', toTestid1, byPidName, [
    css('form[method="post"] button#submit'),
    '<button id="submit">…</button>',
  ]),
  suite('navikt arbeidsplassen-e2e, 2024', 'substantial', toOwn),
  suite('navikt klageinstans (kabal), 2025', 'high', [
    text('TestID på nivå høyt'),
    named('<b>TestID på nivå høyt</b>'),
  ]),
  suite('navikt bidrag, puppeteer, 2024', 'high', toTestid2, byPidId, bySubmitId),
  suite('navikt familie, puppeteer, 2024', 'high', toTestid2, byPidName, bySubmitId),
  suite('Informasjonsforvaltning/catalog-frontend, 2024', 'substantial', [
    css('#testid1'),
    '<a id="testid1" href="#there">…</a>',
  ]),
  suite('digitalt dødsbo, 2025', 'high', [link(ownHigh), named(ownHigh)]),
  suite('Kartverket inndelingsbase, Cypress, 2025', 'substantial', toTestid1, byPidId, bySubmitId),
  suite('KS tilskudd, 2025', 'substantial', toOwn),
  suite('Digdir Ansattporten, Playwright, 2024', 'substantial', toTestid1, byPidId, bySubmitId),
]

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

/** Lets the page object act on the markup; what it has pressed and entered. */
const actOn = async (markup: string, by: LoginPage, subject: LoginSubject) => {
  await page.goto('about:blank')
  await page.setContent(`<html lang="nb">${markup}`)
  await page.evaluate(() => {
    document.addEventListener('click', (event) => {
      event.preventDefault()
      const [pressed] = event.composedPath() as Element[]
      pressed?.setAttribute('data-pressed', '')
    })
  })
  expect(await by.isHere(page)).toBe(true)
  await by.act(page, subject)
}

/** BankID, and the TestID of the other level, which must not be taken. */
const decoys = ({ level }: Suite) =>
  `<a href="/authorize/bankid">BankID Bruk BankID-app</a><a href="/authorize/minid-app">MinID-app</a>${
    level === 'high' ? named(own) : named(ownHigh)
  }`

/** What a login by TestID has, whose pages are begun once more where one does not answer. */
const tries = 2
const [live] = loadConfiguration({
  argv: { env: 'test' },
  env: {
    KRR_TEST_CLIENT_ID: 'a-client',
    KRR_TEST_CLIENT_SECRET: 'a-secret',
    KRR_TEST_PID: login.pid,
  },
}).environments

describe.each(suites)('$suite', (one) => {
  test('waits no longer for a page than we do, with all its tries', () => {
    const stepSeconds = live?.kind === 'ready' ? live.environment.stepSeconds : 0
    expect(one.waits.seconds * one.waits.attempts).toBeLessThanOrEqual(stepSeconds * tries)
    // What takes 14 s is waited for by all of them.
    expect(Math.min(one.waits.seconds, stepSeconds)).toBeGreaterThan(14)
  })

  const subject = { ...login, level: `idporten-loa-${one.level}` }

  test('finds its way on pages where ours finds the same', async () => {
    await actOn(`${decoys(one)}<p>${one.choice}</p>`, selectorPage, subject)
    expect(await page.locator('p a[data-pressed], p [data-pressed]').count()).toBe(1)
    expect(await one.chooses(page).count()).toBe(1)
    await actOn(
      `<form method="post">${one.field}<button type="button">Hent tilfeldig person</button>${one.button}</form>`,
      testidPage,
      subject,
    )
    expect(await one.enters(page).inputValue()).toBe(login.pid)
    expect(await one.submits(page).getAttribute('data-pressed')).toBe('')
  })

  test('would get through the reference', async () => {
    const extra = { acr_values: subject.level }
    await page.goto(authorizationRequest(op, { extra }).url)
    await one.chooses(page).click()
    await one.enters(page).fill(login.pid)
    expect(await one.submits(page).count()).toBe(1)
    expect(new URL(page.url()).pathname).toBe(
      one.level === 'high' ? '/authorize/testid2' : '/authorize/testid1',
    )
    await page.context().clearCookies()
  })
})

test('Altinn’s MinID suite, 2024: #pid, #password, #submit-button, then #otc, as hosts of open shadow roots', async () => {
  const shadow = (inner: string) => `<template shadowrootmode="open">${inner}</template>`
  const button = '<button id="submit-button">…</button>'
  const subject = { ...login, method: 'minid' } as const
  await actOn(
    `<x-a id="pid">${shadow('<input>')}</x-a><x-b id="password">${shadow('<input type="password">')}</x-b>${button}`,
    minidPage,
    subject,
  )
  expect(await page.locator('#pid input').inputValue()).toBe(login.pid)
  expect(await page.locator('#password input').inputValue()).toBe('password01')
  expect(await page.locator('#submit-button').getAttribute('data-pressed')).toBe('')
  await actOn(`<x-a id="otc">${shadow('<input>')}</x-a>${button}`, minidCodePage, subject)
  expect(await page.locator('#otc input').inputValue()).toBe('12345')
})

test('Digdir’s own headless test, 2026: a login_hint is answered by a code with a dot', async () => {
  const { url } = authorizationRequest(op)
  const answer = await fetch(url, { redirect: 'manual' })
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code')
  expect(code).toMatch(/^[\w-]+\.[\w-]+$/)
})
