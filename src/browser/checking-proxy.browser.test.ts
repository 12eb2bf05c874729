import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPki, type Pki, type TlsIdentity } from '../reference/pki/pki.ts'
import { findBrowser } from './find-browser.ts'
import { launchBrowser, openBrowser } from './open-browser.ts'
import { openRequests } from './open-requests.ts'

const direct = { httpsProxy: undefined, noProxy: undefined }
const redirectUri = 'http://localhost:3000/callback'
const closing: (() => Promise<unknown>)[] = []
let pki: Pki
let path: string
let browser: Browser

/** The address of an https server with this certificate, which answers with what it was asked. */
const serve = async ({ keyPem, certPem }: TlsIdentity): Promise<string> => {
  const server = createServer({ key: keyPem, cert: certPem }, (request, response) =>
    response.end(`asked for ${request.url}`),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `https://localhost:${(server.address() as AddressInfo).port}/page`
}

beforeAll(async () => {
  pki = await createPki()
  path = await findBrowser({ browserPath: process.env['KRR_BROWSER_PATH'] })
  const settings = { browserPath: path, browserWs: undefined, ...direct }
  browser = await openBrowser({ settings, redirectUri, ca: pki.caPem })
  closing.push(() => browser.close())
})
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

const refusedByProxy = /ERR_TUNNEL_CONNECTION_FAILED/

describe('a browser with further roots', { timeout: 60_000 }, () => {
  test('shows a page whose certificate leads to one of them, and another browser does not', async () => {
    const address = await serve(pki.tls)
    const page = await browser.newPage()
    expect(await (await page.goto(address))?.text()).toBe('asked for /page')
    const usual = await launchBrowser({ path, redirectUri, proxy: direct })
    closing.push(() => usual.close())
    await expect((await usual.newPage()).goto(address)).rejects.toThrow(
      'ERR_CERT_AUTHORITY_INVALID',
    )
  })

  test.each([
    ['leads to another root', async () => (await createPki()).tls],
    [
      'is for another host',
      async () => pki.issueTls({ hosts: { names: ['x.example'], ipv4: [] } }),
    ],
    [
      'has expired',
      async () => pki.issueTls({ notBefore: new Date(2020, 1), notAfter: new Date(2021, 1) }),
    ],
  ])('shows none whose certificate %s', async (_, identity) => {
    const address = await serve(await identity())
    await expect((await browser.newPage()).goto(address)).rejects.toThrow(refusedByProxy)
  })

  test('asks without a page by the same roots, and by no others', async () => {
    const settings = direct
    const requests = await openRequests({ settings, userAgent: 'tests', ca: pki.caPem })
    const options = { ignoreHTTPSErrors: true }
    closing.push(() => requests.dispose())
    const answer = await requests.get(await serve(pki.tls), options)
    expect(await answer.text()).toBe('asked for /page')
    const strangers = await serve((await createPki()).tls)
    // The proxy's own refusal: nothing came from there.
    const refused = await requests.get(strangers, options)
    expect([refused.status(), await refused.text()]).toEqual([502, ''])
  })
})
