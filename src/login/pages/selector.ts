import type { Locator, Page } from 'playwright'
import { isVisible, type LoginPage, press } from './login-page.ts'

const high = /nivå høyt|nivå høgt|level high|high level/i

/** By address, which has stayed where texts have changed; by id; by text. */
const byHref = (page: Page, id: string): Locator =>
  page.locator(`a[href$="/authorize/${id}"], a[href*="/authorize/${id}?"]`)
const byId = (page: Page, id: string): Locator => page.locator(`a#${id}, button#${id}`)

/** A link or button whose name begins with the eID's: "MinID-app" is another one. */
const byText = (page: Page, name: 'TestID' | 'MinID'): Locator => {
  const exact = new RegExp(`^\\s*${name}(?![\\w-])`)
  return page.getByRole('link', { name: exact }).or(page.getByRole('button', { name: exact }))
}

const known = ['testid1', 'testid2', 'minid'] as const
const choices = (page: Page): Locator =>
  [
    ...known.flatMap((id) => [byHref(page, id), byId(page, id)]),
    byText(page, 'TestID'),
    byText(page, 'MinID'),
  ].reduce((either, choice) => either.or(choice))

/** The list of eIDs, where the login's own is chosen at the level asked for. */
export const selectorPage: LoginPage = {
  name: 'selector',
  takesCredentials: false,
  landmark: choices,
  isHere: (page) => isVisible(choices(page)),
  async act(page, { method, level, onMatched }) {
    const isHigh = level.endsWith('-high')
    const id = method === 'minid' ? 'minid' : isHigh ? 'testid2' : 'testid1'
    const text = byText(page, method === 'minid' ? 'MinID' : 'TestID')
    const ways = [
      ['href', byHref(page, id)],
      ['id', byId(page, id)],
      [
        'text',
        method === 'minid' ? text : text.filter(isHigh ? { hasText: high } : { hasNotText: high }),
      ],
      // A list with one TestID only offers it at a level that suffices.
      ['the only text', text],
      ['href of the other level', byHref(page, isHigh ? 'testid1' : 'testid2')],
    ] as const
    for (const [way, choice] of ways)
      if (await isVisible(choice)) {
        onMatched?.(way)
        return press(choice, choice)
      }
    // Waited for, and named where it does not come.
    return press(text, byHref(page, id))
  },
}
