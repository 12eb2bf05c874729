import { mkdir } from 'node:fs/promises'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import {
  authorizationRequest,
  client,
  kari,
  redeem,
  redirectUri,
  startTestOp,
} from './flow.fixture.ts'
import type { OpAsks } from './start.ts'

/** Where pictures of the pages go, for a look at them; none are taken without it. */
const pictures = process.env['KRR_OP_PICTURES']

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['KRR_BROWSER_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  if (pictures !== undefined) await mkdir(pictures, { recursive: true })
})
afterAll(() => browser.close())

const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png` })
  }
}

/** A browser at the first page of a login; `arrived` is the redirect, which nothing listens for. */
const atSelector = async (
  extra: Record<string, string> = {},
  asks: OpAsks = {},
  scope?: string,
) => {
  const op = await startTestOp({}, { asks })
  const context = await browser.newContext({ viewport: { width: 480, height: 720 } })
  onTestFinished(async () => {
    await context.close()
    await op.close()
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  const arrived = page
    .waitForRequest((request) => request.url().startsWith(redirectUri))
    .then((request) => new URL(request.url()).searchParams)
  arrived.catch(() => {})
  const request = authorizationRequest(op, { extra, ...(scope === undefined ? {} : { scope }) })
  await page.goto(request.url)
  const code = async () => ({
    code: (await arrived).get('code') ?? '',
    verifier: request.verifier,
    parameters: await arrived,
  })
  return { op, page, context, arrived, code, complaints }
}

test('selector, TestID, a wrong number, then a code', async () => {
  const { op, page, code, complaints } = await atSelector()
  expect(await page.title()).toContain('Velg innloggingsmåte')
  await picture(page, 'selector')
  await page.getByRole('link', { name: 'TestID Lag din egen testbruker' }).click()
  await page.waitForURL(`${op.issuer}/authorize/testid1`)
  await picture(page, 'testid')
  await page.getByLabel('Personidentifikator (syntetisk)').fill('20914695017')
  await page.getByRole('button', { name: 'Autentiser' }).click()
  const field = page.locator('input#pid[name="pid"]')
  await page.locator('#pid[aria-invalid=true]').waitFor()
  const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
  const sentences = await Promise.all(described.map((id) => page.locator(`#${id}`).innerText()))
  expect(sentences).toContain('Kontrollsifrene stemmer ikke. Se etter skrivefeil.')
  expect(await field.inputValue()).toBe('20914695017')
  await picture(page, 'testid-wrong')
  expect(complaints).toEqual([])
  await field.fill(kari)
  await field.press('Enter')
  expect((await redeem(op, await code())).status).toBe(200)
})

test('a random person is a person who may log in', async () => {
  const { op, page, code } = await atSelector()
  await page.locator('#testid2').click()
  await page.locator('#pid').fill('1')
  await page.getByRole('button', { name: 'Hent tilfeldig person' }).click()
  await page.waitForURL(/tilfeldig/)
  expect(await page.locator('#pid').inputValue()).toMatch(/^\d{11}$/)
  await page.locator('#submit').click()
  expect((await redeem(op, await code())).status).toBe(200)
})

test('the level high leaves only what reaches it', async () => {
  const { page } = await atSelector({ acr_values: 'idporten-loa-high' })
  expect(
    await page.locator('.choices a').evaluateAll((links) => links.map(({ id }) => id)),
  ).toEqual(['testid2'])
})

test('MinID stands in open shadow roots: a wrong password, then the right one and the code', async () => {
  const { op, page, code, complaints } = await atSelector()
  await page.getByRole('link', { name: 'MinID' }).click()
  expect(await page.evaluate(() => document.querySelector('#pid'))).toBeNull()
  await picture(page, 'minid')
  await page.locator('#pid').fill(kari)
  await page.locator('#password').fill('password02')
  await page.locator('#submit-button').click()
  await page.getByText('Passordet er feil.').waitFor()
  await picture(page, 'minid-wrong')
  await page.locator('#password').fill('password01')
  await page.locator('#submit-button').click()
  await picture(page, 'minid-code')
  await page.locator('#otc').fill('54321')
  await page.locator('#submit-button').click()
  await page.getByText('Engangskoden er feil.').waitFor()
  expect(complaints).toEqual([])
  await page.locator('#otc').fill('12345')
  await page.locator('#submit-button').click()
  const body = (await (await redeem(op, await code())).json()) as { id_token: string }
  const claims = JSON.parse(atob(body.id_token.split('.')[1] ?? '')) as object
  expect(claims).toMatchObject({ pid: kari, acr: 'idporten-loa-substantial', amr: ['Minid-OTC'] })
})

test('contact information and consent come where they are asked for, and a scope can be declined', async () => {
  const scope = 'openid profile krr:user/kontaktinformasjon.read krr:user/spraak.write'
  const asks = { contactInformation: true, consent: true }
  const { op, page, code } = await atSelector({}, asks, scope)
  await page.locator('#testid1').click()
  await page.locator('#pid').fill(kari)
  await page.locator('#submit').click()
  await page.waitForURL(`${op.issuer}/authorize/contact-information`)
  await picture(page, 'contact-information')
  await page.getByRole('button', { name: 'Neste' }).click()
  await page.waitForURL(`${op.issuer}/authorize/consent`)
  await picture(page, 'consent')
  await page.getByRole('checkbox', { name: /Endre språket/ }).uncheck()
  await page.getByRole('button', { name: 'Godta', exact: true }).click()
  const body = (await (await redeem(op, await code())).json()) as { scope: string }
  expect(body.scope).toBe('openid profile krr:user/kontaktinformasjon.read')
})

test('the pages are used by keyboard alone', async () => {
  const { op, page, code } = await atSelector()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('testid1')
  await page.keyboard.press('Enter')
  await page.locator('#pid:focus').waitFor()
  await page.keyboard.type(kari)
  await page.keyboard.press('Enter')
  expect((await redeem(op, await code())).status).toBe(200)
})

test('cancelling tells the client that access was denied', async () => {
  const { page, arrived } = await atSelector()
  await page.getByRole('button', { name: 'Avbryt' }).click()
  expect((await arrived).get('error')).toBe('access_denied')
})

test('logout ends the session and says so', async () => {
  const { op, page, code, context } = await atSelector()
  await page.goto(`${op.issuer}/logout`)
  expect(await page.getByRole('heading').innerText()).toBe('Du er ikke logget inn')
  await picture(page, 'not-logged-in')
  await page.goto(authorizationRequest(op, { extra: {} }).url)
  await page.locator('#testid1').click()
  await page.locator('#pid').fill(kari)
  await page.locator('#submit').click()
  await code()
  // The first page is on its way to the redirect URI, where nothing listens.
  const other = await context.newPage()
  await other.goto(`${op.issuer}/logout?client_id=${client.clientId}`)
  expect(await other.getByRole('heading').innerText()).toBe('Du er logget ut')
  const again = authorizationRequest(op, { extra: { prompt: 'none' } })
  const silent = await context.request.get(again.url, { maxRedirects: 0 })
  expect(silent.headers()['location']).toContain('error=login_required')
})
