// The floor of a login: a browser is started, one form is filled in by hand, and the code is taken from the redirect.
// Nothing of the harness is used. Arguments: the browser's path, the authorization URL, the redirect URI, the number.
import { chromium } from 'playwright'

const [executablePath, authorizationUrl, redirectUri, pid] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
const page = await (await browser.newContext()).newPage()
const callback = page.waitForRequest((request) => request.url().startsWith(redirectUri))
await page.goto(authorizationUrl)
await page.click('a[href$="/authorize/testid1"]')
await page.fill('#pid', pid)
await page.click('#submit', { noWaitAfter: true })
if (!new URL((await callback).url()).searchParams.has('code')) process.exitCode = 1
await browser.close()
