import type { Page } from 'playwright'
import { fill, isVisible, type LoginPage, press } from './login-page.ts'

const byLabel = (page: Page) =>
  page.getByLabel(/Personidentifikator|Fødselsnummer|identity number/i)
const byId = (page: Page) => page.locator('input#pid, input[name="pid"]')

/** TestID: a synthetic number and no password. */
export const testidPage: LoginPage = {
  name: 'testid',
  takesCredentials: true,
  landmark: (page) => byLabel(page).or(byId(page)),
  isHere: (page) => isVisible(byLabel(page).or(byId(page))),
  async act(page, { pid, environment }) {
    await fill(byLabel(page), byId(page), { value: pid, environment })
    await press(
      page.getByRole('button', { name: /Autentiser|Authenticate/i }),
      page.locator('#submit'),
    )
  },
}
