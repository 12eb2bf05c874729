import type { Page } from 'playwright-core'
import { isVisible, type LoginPage, press } from './login-page.ts'

const heading = (page: Page) =>
  page.getByRole('heading', {
    name: /^(velg språk|vel språk|choose (your )?language|vállje giela)/i,
  })
const bokmaal = (page: Page) =>
  page
    .getByRole('button', { name: /bokmål/i })
    .or(page.getByRole('link', { name: /bokmål/i }))
    .or(page.getByRole('radio', { name: /bokmål/i }))

/** The question which language the pages are in; it says nothing to the register. */
export const languagePage: LoginPage = {
  name: 'language',
  takesCredentials: false,
  landmark: heading,
  isHere: (page) => isVisible(heading(page)),
  async act(page) {
    await press(bokmaal(page), page.locator('[lang="nb"], [value="nb"]'))
    const next = page.getByRole('button', { name: /^(Neste|Fortsett|Lagre|Velg)/i })
    if (await isVisible(next)) await press(next, next)
  },
}
