import type { Locator, Page } from 'playwright-core'
import { isVisible, type LoginPage, press } from './login-page.ts'

const high = /nivå høyt|nivå høgt|level high|high level/i

const choices = (page: Page): Locator =>
  page
    .getByRole('link', { name: /^(TestID|MinID)\b/ })
    .or(page.getByRole('button', { name: /^(TestID|MinID)\b/ }))
    .or(page.locator('a[href*="/authorize/testid"], a[href*="/authorize/minid"]'))

/** The list of eIDs, where the login's own is chosen at the level asked for. */
export const selectorPage: LoginPage = {
  name: 'selector',
  takesCredentials: false,
  landmark: choices,
  isHere: (page) => isVisible(choices(page)),
  async act(page, { method, level }) {
    if (method === 'minid') {
      const minid = choices(page).filter({ hasText: /MinID/ })
      return press(minid, page.locator('#minid, a[href*="/authorize/minid"]'))
    }
    const testid = choices(page).filter({ hasText: /TestID/ })
    const isHigh = level.endsWith('-high')
    const atLevel = testid.filter(isHigh ? { hasText: high } : { hasNotText: high })
    const id = isHigh ? 'testid2' : 'testid1'
    const byId = page.locator(`#${id}, a[href$="/authorize/${id}"]`)
    // A list with one TestID only offers it at a level that suffices.
    const isListed = (await isVisible(atLevel)) || (await isVisible(byId))
    return isListed ? press(atLevel, byId) : press(testid, choices(page))
  },
}
