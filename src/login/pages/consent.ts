import type { Page } from 'playwright-core'
import { isVisible, type LoginPage, press } from './login-page.ts'

const accept = (page: Page) =>
  page.getByRole('button', { name: /^(Godta|Godkjenn|Godkjent|Samtykk|Accept|Agree)/i })
const byId = (page: Page) => page.locator('[name="consentAccepted"]')

/** The consent to the requested scopes, where one of them requires it. */
export const consentPage: LoginPage = {
  name: 'consent',
  takesCredentials: false,
  landmark: (page) => accept(page).or(byId(page)),
  isHere: (page) => isVisible(accept(page).or(byId(page))),
  act: (page) => press(accept(page), byId(page)),
}
